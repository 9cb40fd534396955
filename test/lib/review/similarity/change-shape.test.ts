import { expect, test } from 'vitest';
import type { AttributeKind } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import {
  shapeByValue,
  shapeOf,
  shapeOfKey,
  type Shape,
} from '../../../../lib/review/similarity/change-shape';

/** [what it is, present value, new value, kind of the attribute, shape] */
test.each<[string, Value, Value, AttributeKind, Shape]>([
  ['a year later', '2026-05-14', '2027-05-14', 'day', { kind: 'years', by: 1 }],
  ['three years earlier', '2026-05-14', '2023-05-14', 'day', { kind: 'years', by: -3 }],
  ['from a leap day', '2024-02-29', '2025-02-28', 'day', { kind: 'years', by: 1 }],
  ['to a leap day', '2023-02-28', '2024-02-29', 'day', { kind: 'years', by: 1 }],
  ['a day in a leap year', '2024-02-28', '2024-02-29', 'day', { kind: 'days', by: 1 }],
  ['six months later', '2026-09-14', '2027-03-14', 'day', { kind: 'months', by: 6 }],
  ['a month earlier over New Year', '2026-01-14', '2025-12-14', 'day', { kind: 'months', by: -1 }],
  ['a day later over New Year', '2026-12-31', '2027-01-01', 'day', { kind: 'days', by: 1 }],
  ['ninety days later', '2026-01-01', '2026-04-01', 'day', { kind: 'months', by: 3 }],
  ['thirty days later', '2026-01-01', '2026-01-31', 'day', { kind: 'days', by: 30 }],
  ['a day where there was a text', 'in spring', '2026-01-31', 'day', { kind: 'other' }],
  ['a day where there was none', null, '2026-01-31', 'day', { kind: 'filled' }],
  ['cleared', 'Merit', null, 'text', { kind: 'cleared' }],
  ['upper case', 'Ada King', 'ADA KING', 'name', { kind: 'case' }],
  ['case of an e-mail', 'Ada@x.org', 'ada@x.org', 'email', { kind: 'case' }],
  ['accents', 'Jose Nunez', 'José Núñez', 'name', { kind: 'accents' }],
  ['words in another order', 'Ada King', 'King Ada', 'name', { kind: 'order' }],
  ['a title removed', 'Prof. Ada King', 'Ada King', 'name', { kind: 'removed', words: 'Prof.' }],
  ['a degree added', 'Ada King', 'Ada King MSc PhD', 'name', { kind: 'added', words: 'MSc PhD' }],
  ['one of two equal words removed', 'Ana Ana Lima', 'Ana Lima', 'name', { kind: 'removed', words: 'Ana' }],
  ['a hyphen for a space', 'Ann Marie Lee', 'Ann-Marie Lee', 'name', { kind: 'spacing' }],
  ['runs of spaces', 'Ada  King', 'Ada King', 'name', { kind: 'spacing' }],
  ['another surname', 'Ada King', 'Ada Byron', 'name', { kind: 'other' }],
  ['somebody else', 'Ada King', 'Bo', 'name', { kind: 'other' }],
  ['another domain', 'ada@a.org', 'ada@b.org', 'email', { kind: 'domain', from: 'a.org', to: 'b.org' }],
  ['another local part', 'ada@a.org', 'bo@a.org', 'email', { kind: 'other' }],
  ['both parts', 'ada@a.org', 'bo@b.org', 'email', { kind: 'other' }],
  ['no e-mail before', 'ada', 'ada@b.org', 'email', { kind: 'other' }],
  ['a yes', false, true, 'flag', { kind: 'other' }],
  ['a day in a text', '2026-05-14', '2027-05-14', 'text', { kind: 'other' }],
])('%s', (_, before, after, kind, expected) => {
  expect(shapeOfKey(shapeOf(before, after, kind))).toEqual(expected);
});

test.each<[Value, AttributeKind, Shape | null]>([
  ['Merit', 'text', { kind: 'to', value: 'Merit' }],
  ['2027-05-14', 'day', { kind: 'to', value: '2027-05-14' }],
  [true, 'flag', { kind: 'to', value: 'true' }],
  ['case', 'text', { kind: 'to', value: 'case' }],
  ['Ada King', 'name', null],
  ['ada@x.org', 'email', null],
  [null, 'text', null],
])('by its new value: %j of a %s', (after, kind, expected) => {
  const key = shapeByValue(after, kind);
  expect(key === null ? null : shapeOfKey(key)).toEqual(expected);
});
