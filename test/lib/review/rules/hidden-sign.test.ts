import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf } from '../../../fakes/review';

const credentials = [credentialOf({ id: '1', detail: { description: null, phone: null, evidence: [] } })];
const codes = (attribute: AttributeId, text: string) =>
  findingLines(
    reviewOf({ columns: ['credential-id', attribute], rows: [['1', text]], credentials }).described,
  ).filter((line) => /sign /.test(line));

/** The signs that scripts need are in test/lib/assign/damage/hidden-signs.test.ts. */
test.each<[AttributeId, string, string]>([
  ['grade', '100\u202E001', 'hidden-sign'],
  ['grade', '\u202E001', 'hidden-sign'],
  ['recipient-name', 'Anna \u202Enesretep', 'hidden-sign'],
  ['evidence-url-1', 'https://example.org/\u202Efdp.exe', 'hidden-sign'],
  ['custom:CE Hours', '1\u30642\u3164', 'hidden-sign'],
  ['grade', 'Mer\u200Dit', 'invisible-sign'],
  ['recipient-name', 'Anna\u200DKing', 'invisible-sign'],
  ['credential-name', 'Weld\u00ADing', 'invisible-sign'],
])('%s %j: %s', (attribute, text, code) => {
  expect(codes(attribute, text)).toEqual([`2 ${code} ${attribute}`]);
});

test.each<[AttributeId, string]>([
  ['recipient-name', 'علی\u200Cرضا'],
  ['recipient-name', '\u202AAda King\u202C'],
  ['recipient-name', 'Ada\u200BKing'],
  ['grade', 'Merit\u200E'],
  ['grade', '👩\u200D🎓'],
  ['credential-name', 'สวัสดี\u200Bครับ'],
  ['grade', 'A–B'],
])('%s %j is allowed', (attribute, text) => {
  expect(codes(attribute, text)).toEqual([]);
});
