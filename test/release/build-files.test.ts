import { expect, test } from 'vitest';
import { differencesOf, manifestForStore, type Build } from './build-files.mjs';

const bytes = (text: string) => new TextEncoder().encode(text);
const build = (files: Readonly<Record<string, string>>): Build =>
  new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)]));

const THIS = { 'manifest.json': '{"name":"x","key":"K"}', 'background.js': 'a()', 'icon/16.png': 'p' };

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['the same', THIS, []],
  [
    'unpacked by a store',
    { ...THIS, 'manifest.json': '{"name":"x","update_url":"U"}', '_metadata/v.json': '{}' },
    [],
  ],
  ['signed for Firefox', { ...THIS, 'META-INF/mozilla.rsa': 's' }, []],
  ['without the key', { ...THIS, 'manifest.json': '{"name":"x"}' }, []],
  ['written with spaces', { ...THIS, 'manifest.json': '{ "name": "x" }' }, []],
  ['one letter changed', { ...THIS, 'background.js': 'b()' }, ['background.js is another one']],
  [
    'one more permission',
    { ...THIS, 'manifest.json': '{"name":"x","permissions":["tabs"]}' },
    ['manifest.json is another one'],
  ],
  ['a file more', { ...THIS, 'more.js': '' }, ['more.js is in the copy alone']],
  [
    "a file hidden below a name like a store's",
    { ...THIS, 'x/_metadata/a.js': '' },
    ['x/_metadata/a.js is in the copy alone'],
  ],
  [
    'a file less',
    { 'manifest.json': THIS['manifest.json'], 'background.js': 'a()' },
    ['icon/16.png is missing in the copy'],
  ],
  [
    'empty',
    {},
    [
      'background.js is missing in the copy',
      'icon/16.png is missing in the copy',
      'manifest.json is missing in the copy',
    ],
  ],
])('a copy that is %s', (_, copy, expected) => {
  expect(differencesOf(build(copy), build(THIS))).toEqual(expected);
});

test('a package for a store has no key', () => {
  expect(new TextDecoder().decode(manifestForStore(bytes(THIS['manifest.json'])))).toBe('{"name":"x"}');
});
