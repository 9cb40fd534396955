import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { describeAll, findingLines, reviewedOf, reviewOf } from '../../../fakes/review';

const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);
const GROUP = of(
  { id: '100001', licenseId: '00123', recipientId: '12345', recipientEmail: 'ada@example.org' },
  { id: '100002', licenseId: 'AB-0001', recipientId: 'o-77', recipientEmail: 'bo@example.org' },
  { id: '100003', licenseId: 'X-9', recipientId: 'a1', recipientEmail: 'cy@example.org' },
  { id: '100004', licenseId: 'x 9', recipientId: 'A1', recipientEmail: 'di@example.org' },
);
const sheet = (key: AttributeId, text: string) => ({
  columns: [key, 'grade'] as const,
  rows: [[text, 'B']],
  credentials: GROUP,
});

describe('a key that is written otherwise than in the group', () => {
  test.each<[AttributeId, string, string]>([
    ['license-id', '123', '00123'],
    ['license-id', "'00123", '00123'],
    ['license-id', '123.0', '00123'],
    ['license-id', '0123', '00123'],
    ['license-id', 'AB–0001', 'AB-0001'],
    ['license-id', 'ab 0001', 'AB-0001'],
    ['license-id', 'AB-OOO1', 'AB-0001'],
    ['credential-id', '100001.0', '100001'],
    ['recipient-id', '12345.00', '12345'],
    ['recipient-id', '0-77', 'o-77'],
    ['recipient-email', 'mailto:ada@example.org', 'ada@example.org'],
    ['recipient-email', 'Ada King <ADA@example.org>', 'ada@example.org'],
  ])('%s %s', (key, text, meant) => {
    const written = sheet(key, text);
    const { described } = reviewOf(written);
    expect(described[0]?.findings).toMatchObject([{ code: 'key-spelling', facts: { suggestion: meant } }]);
    expect(described[0]?.status).toBe('not-matched');
    const mended = describeAll(reviewedOf(written, { kind: 'mend', code: 'key-spelling' }).review);
    expect(mended.map(({ status, credential }) => [status, credential])).toEqual([
      [
        'update',
        GROUP.find((one) => [one.licenseId, one.id, one.recipientId, one.recipientEmail].includes(meant))!.id,
      ],
    ]);
  });
});

describe('nothing is offered', () => {
  test.each<[string, AttributeId, string, readonly string[]]>([
    ['where two would fit', 'license-id', 'X9', ['no-match']],
    ['where only the case tells two apart', 'recipient-id', 'a-1', ['no-match']],
    ['for another number', 'license-id', '124', ['no-match']],
    ['for zeros behind', 'license-id', '12300', ['no-match']],
    ['for decimals that are none', 'license-id', '123.5', ['no-match']],
    ['for a longer id', 'license-id', 'AB-00011', ['no-match']],
    ['for another address', 'recipient-email', 'ada@example.com', ['no-match']],
    ['for an id of another kind', 'license-id', '12345', ['no-match']],
    ['for a key that is there', 'license-id', '00123', []],
    ['for one of two that differ in case only', 'recipient-id', 'A1', []],
  ])('%s: %s %s', (_, key, text, expected) => {
    const lines = findingLines(reviewOf(sheet(key, text)).described);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(expected);
  });

  test('where rows are matched by two attributes', () => {
    const written = {
      ...sheet('recipient-email', 'Ada <ada@example.org>'),
      columns: ['recipient-email', 'license-id', 'grade'] as const,
      rows: [['ada@example.org', '123', 'B']],
      alsoBy: 'license-id' as const,
    };
    const lines = findingLines(reviewOf(written).described);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['no-match']);
  });
});
