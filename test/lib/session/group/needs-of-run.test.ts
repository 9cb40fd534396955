import { expect, test } from 'vitest';
import { credentialId, type CredentialId } from '../../../../lib/credential/ids';
import type { LookUp } from '../../../../lib/platform/look-up';
import type { SheetClient } from '../../../../lib/rpc/client/sheet-client';
import type { NextNeed } from '../../../../lib/session/group/credentials-model';
import { needsOfRun } from '../../../../lib/session/group/needs-of-run';
import { changeOf } from '../../../fakes/background-world';
import { entryOf } from '../../../fakes/run';

const entry = (id: number, email: string | null, given?: string) =>
  entryOf(
    changeOf(id, given === undefined ? [['grade', 'A', 'B']] : [['recipient-email', email, given]], {
      who: { name: null, email },
    }),
    { kind: 'applied' },
    id,
  );

/**
 * A worker that holds these credentials after each look-up; `forget`: as when the group is read
 * anew.
 */
function worker(...found: readonly (readonly number[])[]) {
  let here = [...found];
  let asked = new Set<string>();
  const calls = {
    notHeld: (ids: readonly CredentialId[]) => ids.filter((id) => !here[0]?.map(credentialId).includes(id)),
    notLookedUp: (key: string, values: readonly string[]) =>
      values.filter((of) => !asked.has(`${key} ${of}`)),
  };
  const call = (method: keyof typeof calls, ...args: readonly never[]) =>
    Promise.resolve((calls[method] as (...given: readonly never[]) => unknown)(...args));
  return {
    sheet: { call, stop: () => undefined } as unknown as SheetClient,
    lookedUp({ key, values }: LookUp) {
      for (const value of values) asked.add(`${key} ${value}`);
      if (here.length > 1) here.shift(); // the last one stays
    },
    forget() {
      here = [...found];
      asked = new Set();
    },
  };
}

/** Questions one after the other; `found` says which ids are here after each. */
async function asked(next: NextNeed, held: ReturnType<typeof worker>) {
  const needs: string[] = [];
  for (;;) {
    const need = await next(50);
    if (need.kind !== 'look-up') return { needs, end: need.kind };
    needs.push(`${need.lookUp.key} ${need.lookUp.values.join(' ')}`);
    held.lookedUp(need.lookUp);
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
  const holding = worker(...found);
  const next = needsOfRun(holding.sheet, entries);
  expect(await asked(next, holding)).toEqual({ needs, end: 'nothing' });
  // The reading was given up for a newer one: the same has to be asked of that.
  holding.forget();
  expect(await asked(next, holding)).toEqual({ needs, end: 'nothing' });
});
