import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noCodeFromText, withoutConstructor } from './no-code-from-text.mjs';

const CORE = join(import.meta.dirname, '../../node_modules/zod/v4/core');

test.each(['util.js', 'doc.js'])('%s of the installed zod makes no function from text', (name) => {
  const path = join(CORE, name);
  const code = noCodeFromText().transform(readFileSync(path, 'utf8'), path)?.code; // checked below
  expect(code).toBeDefined();
  expect(code).not.toMatch(/=\s*Function\b/);
  expect(code).toContain('no code from text');
});

test('what is bundled of zod has it nowhere else', () => {
  // compile.js is zod's own compiler, which nothing imports: the build leaves it out.
  const others = readdirSync(CORE)
    .filter((name) => name.endsWith('.js') && !['util.js', 'doc.js', 'compile.js'].includes(name))
    .filter((name) => /=\s*Function;/.test(readFileSync(join(CORE, name), 'utf8')));
  expect(others).toEqual([]);
});

test.each(['/x/node_modules/zod/v4/core/parse.js', '/x/lib/util.js', '/x/node_modules/other/core/util.js'])(
  '%s stays as it is',
  (id) => {
    expect(noCodeFromText().transform('const F = Function;', id)).toBeUndefined();
  },
);

test('a zod that is built otherwise ends the build', () => {
  expect(() => withoutConstructor('const G = Function;', 'util.js')).toThrow('look where zod has it now');
});
