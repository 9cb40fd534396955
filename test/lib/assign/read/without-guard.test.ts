import { expect, test } from 'vitest';
import { withoutGuard } from '../../../../lib/assign/read/without-guard';
import type { AttributeKind } from '../../../../lib/credential/attribute';

test.each<[AttributeKind, string, string]>([
  ['phone', "'+442079460000", '+442079460000'],
  ['email', "'ada@example.org", 'ada@example.org'],
  ['email', "'ada@example.org'", 'ada@example.org'],
  ['day', "'2027-01-31", '2027-01-31'],
  ['url', "'https://example.org/a", 'https://example.org/a'],
  ['flag', "'TRUE", 'TRUE'],
  // Apostrophes that are meant.
  ['name', "'t Hooft", "'t Hooft"],
  ['name', "'Abd al-Rahman", "'Abd al-Rahman"],
  ['name', "O'Brien", "O'Brien"],
  ['text', "'80s music", "'80s music"],
  ['text', "'=1", "'=1"],
  ['text', "'+1", "'+1"],
  ['id', "'00123", "'00123"],
  ['text', "'Pass'", "'Pass'"],
  ['text', "'+' and '-' in school", "'+' and '-' in school"],
  ['email', "o'neill@example.org", "o'neill@example.org"],
  ['text', "A '+", "A '+"],
  ['text', "'", "'"],
  ['text', '', ''],
])('%s %j -> %j', (kind, text, expected) => {
  expect(withoutGuard(text, kind)).toBe(expected);
});
