import { expect, test } from 'vitest';
import { readTags } from '../../../../lib/sheet/xml/read-tags';

const tagsIn = (xml: string) => {
  let tags = 0;
  readTags(new TextEncoder().encode(xml), () => (tags += 1));
  return tags;
};

test.each([
  ['nothing behind it', '<a><b/></a>'],
  ['an empty comment', '<a><b/></a><!---->'],
  ['a comment of one letter', '<a><b/></a><!--x-->'],
  ['a comment and a line end', '<a><b/></a><!--x-->\n'],
  ['an instruction', '<a><b/></a><?x?>'],
])('a part that ends with %s is whole', (_, xml) => {
  expect(tagsIn(xml)).toBe(2);
});

test.each([
  ['a comment', '<a/><!--'],
  ['a comment of one dash', '<a/><!--x-'],
  ['CDATA', '<a/><![CDATA['],
  ['an end tag', '<a><b/></a'],
  ['a declaration', '<a/><!'],
])('a part that ends within %s breaks off', (_, xml) => {
  expect(() => tagsIn(xml)).toThrow('breaks off');
});
