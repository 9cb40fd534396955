import { expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import { attributesOf } from '../../../lib/credential/attributes';
import { comparableValue, sameValue } from '../../../lib/credential/same-value';
import type { Value } from '../../../lib/credential/value';

const attributes = attributesOf([
  { name: 'Seen', kind: 'date' },
  { name: 'Pic', kind: 'image' },
]);

test.each<[AttributeId, Value, Value, boolean]>([
  ['grade', null, '', true],
  ['grade', null, '\u00A0', true],
  ['grade', 'A', ' A\u00A0', true],
  ['grade', '5', '5.0', false],
  ['grade', 'A', 'A\u200E', true],
  ['recipient-name', 'Jane', '\u202AJane\u202C', true],
  ['recipient-name', '\u0645\u06CC\u200C\u0631\u0648\u0645', '\u0645\u06CC\u0631\u0648\u0645', false],
  ['grade', 'A', 'a', false],
  ['recipient-name', 'Jose\u0301', 'José', true],
  ['recipient-name', 'Ada  King', 'Ada King', false],
  ['recipient-email', 'ADA@example.org', 'ada@Example.org', true],
  ['recipient-email', 'ada@example.org', 'ada@example.com', false],
  ['expiry-date', '2027-01-15', '2027-01-15T00:00:00.000Z', true],
  ['custom:Seen', '2027-01-15', '2027-01-16', false],
  ['recipient-phone', '+44 20 7946 0000', '+442079460000', true],
  ['recipient-phone', '442079460000', '+442079460000', false],
  ['custom:Pic', 'https://example.org/A', 'https://example.org/a', false],
  ['published', true, false, false],
  ['published', false, null, false],
  ['uuid', '3FA8', '3fa8', true],
  ['recipient-id', 'R1', 'r1', false],
  ['description', 'a\r\nb', 'a\nb', true],
  ['grade', null, null, true],
  ['description', '<p>Course</p>', 'Course', true],
  ['description', '<p>Course</p>', 'Courses', false],
  ['description', '<p></p>', null, true],
  ['grade', '<p>A</p>', 'A', false],
  ['grade', '', ' ', true],
  ['grade', '0', '', false],
  ['recipient-email', null, '', true],
  ['recipient-email', null, 'null', false],
  ['recipient-email', 'straße@example.org', 'strasse@example.org', false],
  ['published', false, '', false],
  ['published', true, 'true', false],
  ['published', 'yes', ' yes', true],
  ['published', 'yes', 'Yes', false],
  ['uuid', 'Straße1', 'strasse1', false],
  ['custom:Seen', '2027-01-15', '2027-01-15T10:00:00Z', true],
  ['custom:Seen', 'in spring', 'In spring', false],
  ['custom:Seen', 'in spring', 'in spring ', true],
  ['evidence-url-1', 'https://example.org/a', ' https://example.org/a', true],
  ['evidence-url-1', 'https://example.org/a', 'https://example.org/a/', false],
  ['recipient-phone', '020 7946-0000', '(020) 79.46/0000', true],
  ['recipient-phone', '020 7946 0000', '020 7946 0001', false],
  ['recipient-phone', '020 7946 ext 5', '02079465', false],
  ['recipient-phone', '020 7946 ext 5', '020 7946 ext 5 ', true],
  ['recipient-phone', 'tel 020 7946', '0207946', false],
  ['recipient-phone', '020 7946 x', '0207946', false],
  ['recipient-phone', '44+20', '4420', false],
  ['recipient-phone', '+44 (0)20 7946 0000', '+442079460000', true],
  ['recipient-phone', '+39 (0)6 1234 5678', '+390612345678', true],
  ['recipient-phone', '+39 (0)6 1234 5678', '+39612345678', false],
  ['recipient-phone', '(0)20 7946 0000', '020 7946 0000', true],
  ['recipient-phone', '+44 020 7946 0000', '+442079460000', false],
  ['recipient-phone', '+44 20 7946\u20110000', '+442079460000', true],
  ['custom:Seen', '2027-01-15 to 2027-02-03', '2027-01-15', false],
  ['custom:Seen', '2027-01-15 (provisional)', '2027-01-15', false],
])('%s: %j and %j the same: %s', (id, a, b, expected) => {
  const attribute = attributes.find((each) => each.id === id)!;
  expect(sameValue(attribute, a, b)).toBe(expected);
  expect(sameValue(attribute, b, a)).toBe(expected);
});

test.each<[AttributeId, string, string | null]>([
  ['grade', ' A ', 'A'],
  ['grade', ' \u00A0 ', null],
  ['recipient-email', 'ADA@Example.org', 'ada@example.org'],
  ['recipient-phone', '+44 (0)20-7946', '+44207946'],
  ['recipient-phone', '+39 (0)6-1234', '+39061234'],
  ['recipient-phone', '020 7946', '0207946'],
  ['expiry-date', '2027-01-15T00:00:00Z', '2027-01-15'],
  ['expiry-date', '2027-02-31', '2027-02-31'],
])('%s: equal values of %j are %j', (id, text, expected) => {
  expect(
    comparableValue(
      attributes.find((each) => each.id === id)!,
      text,
    ),
  ).toBe(expected);
});
