import { expect, test } from 'vitest';
import { credentialId } from '../../../../lib/credential/ids';
import type { MovedField } from '../../../../lib/run/afterwards/conflicts';
import { withNewer } from '../../../../lib/session/run/with-newer';

const moved = (id: string, attribute: MovedField['attribute'], now: string): MovedField => ({
  credential: credentialId(id),
  attribute,
  before: 'A',
  now,
  wanted: 'B',
});
const shown = (fields: readonly MovedField[]) =>
  fields.map(({ credential, attribute, now }) => `${credential} ${attribute} ${String(now)}`);

test.each<[string, readonly MovedField[], readonly MovedField[], readonly string[]]>([
  ['nothing', [], [], []],
  ['the first ones', [], [moved('1', 'grade', 'C')], ['1 grade C']],
  ['none newer', [moved('1', 'grade', 'C')], [], ['1 grade C']],
  ['the same field again', [moved('1', 'grade', 'C')], [moved('1', 'grade', 'D')], ['1 grade D']],
  [
    'another field of the same credential',
    [moved('1', 'grade', 'C')],
    [moved('1', 'recipient-name', 'Ada')],
    ['1 grade C', '1 recipient-name Ada'],
  ],
  [
    'the same field of another credential',
    [moved('1', 'grade', 'C')],
    [moved('2', 'grade', 'D')],
    ['1 grade C', '2 grade D'],
  ],
  [
    'names that only look alike together',
    [moved('1', 'custom:2', 'C')],
    [moved('12', 'custom:', 'D')],
    ['1 custom:2 C', '12 custom: D'],
  ],
])('%s', (_name, before, newer, expected) => {
  expect(shown(withNewer(before, newer))).toEqual(expected);
});

test('looks at each of 20,000 fields a few times only', () => {
  let looks = 0;
  const counted = (id: string): MovedField => ({
    ...moved(id, 'grade', 'C'),
    get credential() {
      looks += 1;
      return credentialId(id);
    },
  });
  const fields = (from: number) => Array.from({ length: 20_000 }, (_, at) => counted(String(from + at)));
  expect(withNewer(fields(0), fields(10_000))).toHaveLength(30_000);
  expect(looks).toBeLessThan(200_000);
});
