import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf } from '../../../fakes/review';

const credentials = [credentialOf({ id: '1', detail: { description: 'Before', phone: null, evidence: [] } })];
const codes = (attribute: AttributeId, text: string) =>
  findingLines(
    reviewOf({ columns: ['credential-id', attribute], rows: [['1', text]], credentials }).described,
  ).filter((line) => line.includes('code-in'));

/** The texts of programs are in test/lib/assign/damage/program-text.test.ts. */
test.each<[AttributeId, string]>([
  ['grade', 'Pass &amp; merit'],
  ['credential-name', 'R&amp;D basics'],
  ['custom:CE Hours', '[object Object]'],
  ['description', '[{"title":"Basics"}]'],
  ['grade', '=SUM(A1:A3)'],
])('%s %s is asked about', (attribute, text) => {
  expect(codes(attribute, text)).toEqual([`2 code-in-text ${attribute}`]);
});

test.each(['Ada O&#039;Brien', '<b>Ada King</b>', 'Jos\\u00e9', 'Jos%C3%A9', '12;#Ada King'])(
  'the name %s is an error',
  (text) => {
    expect(codes('recipient-name', text)).toEqual(['2 code-in-name recipient-name']);
  },
);

test.each<[AttributeId, string]>([
  ['grade', 'R&D'],
  ['grade', 'C#'],
  ['grade', '100%'],
  ['credential-name', 'Q&A: <canvas>'],
  ['description', '<p>R&amp;D <b>basics</b></p>'],
  ['custom:CE Hours', '[1]'],
  ['recipient-name', 'Ada & Bob King'],
])('%s %s is not', (attribute, text) => {
  expect(codes(attribute, text)).toEqual([]);
});

test('a name that the platform has like this stays without an error', () => {
  const same = [credentialOf({ id: '1', recipientName: 'R&amp;D' })];
  const written = {
    columns: ['credential-id', 'recipient-name'] as const,
    rows: [['1', 'R&amp;D']],
    credentials: same,
  };
  expect(reviewOf(written).described).toEqual([]);
});
