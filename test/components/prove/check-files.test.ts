import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkFiles, LIST } from '../../../components/prove/check-files';

const bytes = (text: string) => new Uint8Array(Buffer.from(text)).buffer;
const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const lines = (files: Readonly<Record<string, string>>) =>
  Object.entries(files)
    .map(([path, text]) => `${sum(text)}  ${path}\n`)
    .join('');
/** A copy of the extension, as its page reads it. */
const copy = (files: Readonly<Record<string, string>>) => (path: string) =>
  Promise.resolve(files[path] === undefined ? null : bytes(files[path]));

const BUILD = { 'a.js': 'a()', 'icon/16.png': 'p', '_locales/en/messages.json': '{}' };

test('a copy as it was built', async () => {
  const list = lines(BUILD);
  expect(await checkFiles(copy({ ...BUILD, [LIST]: list }))).toEqual({
    sum: sum(list),
    same: 3,
    other: [],
    missing: [],
  });
});

test.each<[string, Readonly<Record<string, string>>, readonly string[], readonly string[]]>([
  ['a letter changed', { ...BUILD, 'a.js': 'b()' }, ['a.js'], []],
  ['emptied', { ...BUILD, 'icon/16.png': '' }, ['icon/16.png'], []],
  ['gone', { 'a.js': 'a()' }, [], ['icon/16.png', '_locales/en/messages.json']],
])('a file %s is named', async (_what, files, other, missing) => {
  const found = await checkFiles(copy({ ...files, [LIST]: lines(BUILD) }));
  expect([found.other, found.missing]).toEqual([other, missing]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['missing', BUILD],
  ['empty', { ...BUILD, [LIST]: '' }],
  ['a web page', { ...BUILD, [LIST]: '<!doctype html>' }],
])('a list that is %s proves nothing', async (_what, files) => {
  expect(await checkFiles(copy(files))).toEqual({ sum: null, same: 0, other: [], missing: [] });
});
