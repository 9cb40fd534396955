import { expect, test } from 'vitest';
import { filesIn, ROOMS } from '../architecture/project';
import { wrongIn } from './lint-package.mjs';

const result = (errors: readonly object[], warnings: readonly object[]) =>
  JSON.stringify({ count: errors.length + warnings.length, errors, warnings, notices: [] });
const INNER = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment to innerHTML', line: 1 };
const EVAL = { code: 'DANGEROUS_EVAL', message: 'The Function constructor is eval.', line: 1 };

test.each<[string, string, readonly string[]]>([
  ['nothing', result([], []), []],
  ["Preact's own", result([], [{ ...INNER, file: 'chunks/jsxRuntime--a5ethHz.js' }]), []],
  ["Preact's own in another chunk", result([], [{ ...INNER, file: 'chunks/preact.module-x1.js' }]), []],
  [
    'the same warning in a file of ours',
    result([], [{ ...INNER, file: 'chunks/review-Bdr5ggDF.js' }]),
    ['UNSAFE_VAR_ASSIGNMENT chunks/review-Bdr5ggDF.js:1: Unsafe assignment to innerHTML'],
  ],
  [
    'another warning in the file of Preact',
    result([], [{ ...EVAL, file: 'chunks/jsxRuntime--a5ethHz.js' }]),
    ['DANGEROUS_EVAL chunks/jsxRuntime--a5ethHz.js:1: The Function constructor is eval.'],
  ],
  [
    'an error of the same name',
    result([{ ...INNER, file: 'chunks/jsxRuntime--a5ethHz.js' }], []),
    ['UNSAFE_VAR_ASSIGNMENT chunks/jsxRuntime--a5ethHz.js:1: Unsafe assignment to innerHTML'],
  ],
  [
    'a warning about the whole',
    result([], [{ code: 'KEY_UNSUPPORTED', message: 'Manifest key not supported' }]),
    ['KEY_UNSUPPORTED as a whole: Manifest key not supported'],
  ],
  ['words before the result', `(node:1) Warning: something\n${result([], [])}`, []],
  ['no result', 'Error: no such file\n', ['The linter gave no result: Error: no such file']],
])('the linter says %s', (_, output, expected) => {
  expect(wrongIn(output)).toEqual(expected);
});

test('nothing of ours gives Preact markup as a text', () => {
  const given = filesIn(ROOMS, /\.tsx?$/).filter(({ text }) => text.includes('dangerouslySetInnerHTML'));
  expect(given.map(({ path }) => path)).toEqual([]);
});
