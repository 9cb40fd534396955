import { expect, test } from 'vitest';
import { readCell } from '../../../../lib/assign/read/read-cell';
import { attributesOf } from '../../../../lib/credential/attributes';
import { foldedDigits, foldedWidth } from '../../../../lib/sheet/cells/folded-width';
import { lookUpText } from '../../../../lib/assign/read/key-text';

/** [text, with the usual width, with digits of our script] */
test.each([
  ['２０２７', '2027', '2027'],
  ['ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ada@example.org', 'ada@example.org'],
  ['＋４４', '+44', '+44'],
  ['ada﹫example.org', 'ada@example.org', 'ada@example.org'],
  ['٣١/٠١/٢٠٢٧', '٣١/٠١/٢٠٢٧', '31/01/2027'],
  ['۰۱۲۳۴۵۶۷۸۹', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '०१२३४५६७८९', '0123456789'],
  ['๐๑๒๓๔๕๖๗๘๙', '๐๑๒๓๔๕๖๗๘๙', '0123456789'],
  ['০১২৩৪৫৬৭৮৯', '০১২৩৪৫৬৭৮৯', '0123456789'],
  // Signs that only look like those of another width are none.
  ['A²', 'A²', 'A²'],
  ['Ⅳ', 'Ⅳ', 'Ⅳ'],
  ['½', '½', '½'],
  ['①', '①', '①'],
  ['ﾃｽﾄ', 'ﾃｽﾄ', 'ﾃｽﾄ'],
  ['ﬁn', 'ﬁn', 'ﬁn'],
  ['Ünï 1', 'Ünï 1', 'Ünï 1'],
])('%s', (text, width, digits) => {
  expect([foldedWidth(text), foldedDigits(text)]).toEqual([width, digits]);
});

/** Expected values of each kind: words stay as they were typed. */
test.each([
  ['recipient-email', 'ａｄａ＠example.org', 'ada@example.org'],
  ['recipient-phone', '＋４４ ２０ ７９４６ ００００', '+442079460000'],
  ['recipient-phone', '+٤٤٢٠٧٩٤٦٠٠٠٠', '+442079460000'],
  ['expiry-date', '２０２７／０１／３１', '2027-01-31'],
  ['published', 'ｙｅｓ', true],
  ['license-id', 'ＡＢ－１２', 'AB-12'],
  ['recipient-name', 'Ｊ・アダ', 'Ｊ・アダ'],
  ['grade', 'Ａ＋', 'Ａ＋'],
  ['credential-name', '第２級', '第２級'],
] as const)('%s: %s', (id, text, value) => {
  const attribute = attributesOf([]).find((of) => of.id === id)!;
  const choice = { dateFormat: null, blank: 'keep' } as const;
  expect(readCell({ kind: 'text', text }, attribute, choice)).toEqual({ kind: 'value', value });
});

test('an id is found in either width', () => {
  expect(lookUpText('１０００１', 'credential-id')).toBe(lookUpText('10001', 'credential-id'));
  expect(lookUpText('Ａ１', 'license-id')).not.toBe(lookUpText('a1', 'license-id'));
});
