import { expect, test } from 'vitest';
import { credentialId } from '../../../../lib/credential/ids';
import { countRehearsed, rehearsalFile } from '../../../../lib/report/rehearsal/rehearsal-file';
import type { RehearsedChange } from '../../../../lib/report/rehearsal/rehearsed-change';

const changes = (many: number): readonly RehearsedChange[] =>
  Array.from({ length: many }, (_, at) => ({ row: at + 2, credential: credentialId(at), requests: [] }));

/* As the run does: batch reads from 100 open changes on, and none in an account with own ids. */
test.each([
  ['a small update', 99, false, false],
  ['a large one', 100, false, true],
  ['a large one in an account with own ids', 100, true, false],
  ['a small one in an account with own ids', 99, true, false],
])('readsTogether of %s', async (_, many, hasOwnIds, expected) => {
  const list = changes(many);
  const of = {
    environment: 'production',
    account: 'Northfield',
    group: { id: '555', name: 'Course 1' },
    fileName: 'fixes.csv',
    madeAt: 0,
    list: '',
    hasOwnIds,
  } as const;
  const { bytes } = await rehearsalFile(of, countRehearsed(list, []), list, () => Promise.resolve(''));
  const [head = ''] = new TextDecoder().decode(bytes).split('\n');
  expect(JSON.parse(head)).toMatchObject({ changes: many, readsTogether: expected });
});
