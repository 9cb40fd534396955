import { describe, expect, test } from 'vitest';
import type { RowResult } from '../../lib/report/result-rows';
import { credentialOf } from '../fakes/credential';
import { RESULT_WORDS as WORDS } from '../fakes/result-words';
import { openText, reviewedSheet } from '../fakes/sheet';

const group = [credentialOf({ id: '1', grade: 'A' }), credentialOf({ id: '2', grade: 'B' })];
const RESULTS: readonly RowResult[] = [
  {
    credential: group[0]!.id,
    failed: false,
    status: 'updated',
    message: '',
    link: 'https://example.org/1',
    fields: [],
  },
];

describe('the results of a sheet', () => {
  test('gives the link of each credential that is known, also where nothing was sent', async () => {
    const some = ['1', '2'].map((id) => ({ ...credentialOf({ id, grade: 'B' }), encodedId: `page-${id}` }));
    const { sheet } = await reviewedSheet('id,Grade\n1,D\n2,B\n9,D\n', ['credential-id', 'grade'], some);
    sheet.decide({ kind: 'skip-errors', skip: true });
    expect(sheet.makePlan()).toMatchObject({ ok: true, value: { changes: 1 } });
    const bytes = await sheet.results(RESULTS, WORDS, 'all', 'csv');
    const rows = new TextDecoder().decode(bytes!).trim().split('\r\n');
    expect(rows.slice(1).map((row) => row.split(',').at(-1))).toEqual([
      '"https://example.org/1"',
      '"https://www.credential.net/page-2"',
      '""',
    ]);
  });

  /** [the sheet's delimiter, that of its results] */
  test.each([
    [',', ','],
    [';', ';'],
    ['\t', '\t'],
    ['|', ','],
  ])('as CSV is divided as the sheet was: %j', async (delimiter, expected) => {
    const text = ['id', 'Grade', 'Note\n1', 'D', 'a\n2', 'B', 'b\n'].join(delimiter);
    const { sheet } = await reviewedSheet(text, ['credential-id', 'grade', null], group);
    expect(sheet.makePlan()).toMatchObject({ ok: true, value: { changes: 1 } });
    // A file that is opened afterwards is divided in its own way.
    await openText(sheet, 'a,b\n1,2\n');
    const bytes = await sheet.results(RESULTS, WORDS, 'all', 'csv');
    expect(new TextDecoder().decode(bytes!)).toContain(`"1"${expected}"D"${expected}"a"${expected}"updated"`);
  });
});
