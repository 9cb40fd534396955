import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../lib/credential/attributes';
import type { Entry, EntryState, RunId } from '../../../lib/journal/entry';
import { entryRows } from '../../../lib/report/entry-rows';
import type { RowResult } from '../../../lib/report/result-rows';
import { changeOf } from '../../fakes/background-world';
import { RESULT_WORDS } from '../../fakes/result-words';

const ATTRIBUTES = attributesOf([{ name: 'Location', kind: 'text' }]);
const entry = (id: number, fields: Parameters<typeof changeOf>[1], state: EntryState): Entry => {
  const change = changeOf(id, fields);
  return { run: 'r' as RunId, credential: change.credential, position: id, change, state };
};
const ENTRIES = [
  entry(
    7,
    [
      ['grade', 'A', 'B'],
      ['custom:Location', 'Leeds', null],
    ],
    { kind: 'applied' },
  ),
  entry(3, [['published', true, false]], { kind: 'rejected', status: 422, words: 'no' }),
];
const RESULTS: readonly RowResult[] = [
  {
    credential: ENTRIES[0]!.credential,
    failed: false,
    status: 'updated',
    message: 'Grade',
    link: 'https://x/7',
    fields: [],
  },
  {
    credential: ENTRIES[1]!.credential,
    failed: true,
    status: 'refused',
    message: '=no()',
    link: '',
    fields: [],
  },
];

describe('the result of a run without its sheet (docs/product.md 2.6)', () => {
  test('has each credential with its wanted values, under headers that are recognised', () => {
    expect(entryRows(ENTRIES, RESULTS, ATTRIBUTES, RESULT_WORDS, 'all')).toEqual([
      ['Credential ID', 'Grade', 'Published', 'Location', 'Status', 'Message', 'Link'],
      ['7', 'B', '', '', 'updated', 'Grade', 'https://x/7'],
      ['3', '', { kind: 'flag', value: false, text: 'FALSE' }, '', 'refused', '=no()', ''],
    ]);
  });

  test('has the failed ones alone', () => {
    expect(entryRows(ENTRIES, RESULTS, ATTRIBUTES, RESULT_WORDS, 'failed').map(([id]) => id)).toEqual([
      'Credential ID',
      '3',
    ]);
  });

  test('has of one that was updated in part what is not written', () => {
    const part = entry(
      5,
      [
        ['grade', 'A', 'B'],
        ['expiry-date', '2026-01-31', '2028-01-31'],
      ],
      { kind: 'not-applied', fields: ['expiry-date'] },
    );
    const result = { ...RESULTS[1]!, credential: part.credential };
    const day = { kind: 'day', day: '2028-01-31', seconds: 0, format: 'yyyy-mm-dd', text: '2028-01-31' };
    const rowOf = (only: 'all' | 'failed') => entryRows([part], [result], ATTRIBUTES, RESULT_WORDS, only)[1];
    expect(rowOf('failed')?.slice(0, 3)).toEqual(['5', day, '']);
    expect(rowOf('all')?.slice(0, 3)).toEqual(['5', day, 'B']);
  });
});
