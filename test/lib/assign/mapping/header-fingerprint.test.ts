import { describe, expect, it } from 'vitest';
import { fingerprintsOf, haveOwnHeaders } from '../../../../lib/assign/mapping/header-fingerprint';

describe('header fingerprints', () => {
  it('is the same for the same set in any order, and another for any other', async () => {
    const [one, moved, other, fewer] = await Promise.all(
      [['Name', 'Mark'], ['Mark', 'Name'], ['Name', 'Marks'], ['Name']].map(fingerprintsOf),
    );
    expect(moved?.set).toBe(one?.set);
    expect([other?.set, fewer?.set]).not.toContain(one?.set);
    expect(moved?.columns).toEqual(one?.columns.toReversed());
  });

  it('is the same for a result of that sheet, with the columns that results add', async () => {
    const added = ['Update status', 'Update message', 'Credential ID (updated)', 'Credential link'];
    const [sheet, result] = await Promise.all(
      [
        ['Name', 'Mark'],
        ['Name', 'Mark', ...added],
      ].map(fingerprintsOf),
    );
    expect(result?.set).toBe(sheet?.set);
    expect(result?.columns).toHaveLength(6);
  });

  it('holds nothing of the text, and does not change from version to version', async () => {
    expect(await fingerprintsOf(['Name'])).toEqual({
      columns: ['dcd1d5223f73b3a965c07e3ff5dbee3e'],
      set: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
  });

  it('is the same for one header written in two normal forms', async () => {
    const [composed, apart] = await Promise.all(
      [['Prénom'], ['Prénom'.normalize('NFD')]].map(fingerprintsOf),
    );
    expect(apart).toEqual(composed);
  });
});

describe('columns that headers identify', () => {
  const added = ['Update status', 'Update message', 'Credential ID (updated)', 'Credential link'];
  it.each<[string, readonly string[], boolean]>([
    ['by their headers', ['Name', 'Mark'], true],
    ['by one of them', ['A', 'Mark'], true],
    ['not by the letters of a sheet without a header row', ['A', 'B'], false],
    ['not in results of such a sheet', ['A', 'B', ...added], false],
    ['by letters that are not their own', ['B', 'A'], true],
  ])('%s', (_, headers, expected) => {
    const columns = headers.map((header, index) => ({ header, letter: 'ABCDEFGH'.charAt(index) }));
    expect(haveOwnHeaders(columns)).toBe(expected);
  });
});
