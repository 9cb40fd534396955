import { expect, test } from 'vitest';
import { credentialId, type CredentialId } from '../../../lib/credential/ids';
import type { SheetClient } from '../../../lib/rpc/sheet-client';
import { needsOfRun } from '../../../lib/session/needs-of-run';
import { changeOf } from '../../fakes/background-world';
import { entryOf } from '../../fakes/run';

const entry = (id: number, email: string | null, given?: string) =>
  entryOf(
    changeOf(id, given === undefined ? [['grade', 'A', 'B']] : [['recipient-email', email, given]], {
      who: { name: null, email },
    }),
    { kind: 'applied' },
    id,
  );

/** What is asked one after the other; `found` says which ids are here after each. */
async function asked(entries: Parameters<typeof needsOfRun>[1], ...found: readonly (readonly number[])[]) {
  const here = [...found];
  const sheet = {
    call: (_method: string, ids: readonly CredentialId[]) => {
      const now = (here.length > 1 ? here.shift() : here[0]) ?? []; // the last one stays
      return Promise.resolve(ids.filter((id) => !now.map(credentialId).includes(id)));
    },
    stop: () => undefined,
  } as unknown as SheetClient;
  const next = needsOfRun(sheet, entries);
  const needs: string[] = [];
  for (;;) {
    const need = await next(50);
    if (need.kind !== 'look-up') return { needs, end: need.kind };
    needs.push(`${need.lookUp.key} ${need.lookUp.values.join(' ')}`);
  }
}

test.each<[string, Parameters<typeof needsOfRun>[1], readonly (readonly number[])[], readonly string[]]>([
  ['all are here', [entry(1, 'a@x.org')], [[1]], []],
  [
    'by their e-mails',
    [entry(1, 'A@x.org'), entry(2, 'b@x.org')],
    [[], [1, 2]],
    ['recipient-email a@x.org b@x.org'],
  ],
  [
    'by the one before and the one after',
    [entry(1, 'a@x.org', 'new@x.org')],
    [[], [1]],
    ['recipient-email a@x.org new@x.org'],
  ],
  [
    'who has another one now by the id',
    [entry(1, 'a@x.org'), entry(2, 'b@x.org')],
    [[], [1]],
    ['recipient-email a@x.org b@x.org', 'credential-id 2'],
  ],
  ['without an e-mail', [entry(1, null)], [[], []], ['credential-id 1']],
  [
    'one that is gone is asked for once',
    [entry(1, 'a@x.org')],
    [[], [], []],
    ['recipient-email a@x.org', 'credential-id 1'],
  ],
])('the credentials of a run: %s', async (_name, entries, found, needs) => {
  expect(await asked(entries, ...found)).toEqual({ needs, end: 'nothing' });
});
