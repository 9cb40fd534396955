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
      ['3', '', 'FALSE', '', 'refused', '=no()', ''],
    ]);
  });

  test('has the failed ones alone', () => {
    expect(entryRows(ENTRIES, RESULTS, ATTRIBUTES, RESULT_WORDS, 'failed').map(([id]) => id)).toEqual([
      'Credential ID',
      '3',
    ]);
  });
});
