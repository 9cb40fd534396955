import { expect, test } from 'vitest';
import type { Entry, RunId } from '../../../../lib/journal/entry';
import type { Client } from '../../../../lib/platform/client';
import { failed, ok } from '../../../../lib/result';
import { createBatchReads } from '../../../../lib/run/entry/batch-reads';
import { attributeFinder } from '../../../../lib/run/entry/field-state';
import { takeStep } from '../../../../lib/run/entry/step';
import { changeOf, headerOf } from '../../../fakes/background-world';
import { createMemoryJournal } from '../../../fakes/memory-journal';
import { createStandIn } from '../../../platform/stand-in';
import { call, held } from '../../../platform/test-client';
import { credentialFields, smallState } from '../../../platform/test-state';
import { createPageSize } from '../../../../lib/platform/page-size';

const RUN = 'r' as RunId;
const CHANGES = [301, 302].map((id) =>
  changeOf(id, [['recipient-name', `Person ${id}`, `New ${id}`]], {
    who: { name: `Person ${id}`, email: `p${id}@example.com` },
  }),
);
/** Entries that are read by themselves before the first batch read. */
const FIRST_READS = 20;

interface HeldBack {
  readonly sentAt: number;
  /** When the answer of the write came that the batch read shows. */
  readonly answeredAt?: number;
  readonly isCancelled?: boolean;
}

/**
 * An entry whose batch read is known to be of time 0, because it shows a write of that time.
 * Somebody edits the same field right after the batch read, and the pace holds our write back until
 * `sentAt`.
 */
async function heldBack({ sentAt, answeredAt = 0, isCancelled = false }: HeldBack) {
  const standIn = createStandIn({ state: smallState([301, 302].map((id) => credentialFields(id))) });
  const journal = createMemoryJournal();
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...headerOf(CHANGES), id: RUN, createdAt: 0, finishedAt: null, state });
  await journal.addChanges(RUN, 0, CHANGES);
  await journal.transitionRun(RUN, { kind: 'running' }, 0);
  const [witness, entry] = await journal.listEntries(RUN, 0, 2);
  if (witness === undefined || entry === undefined) throw new Error('two entries were added');

  let now = 0;
  const send: Client['send'] = async ({ method, path, body }) =>
    ok(JSON.stringify((await call(standIn, method, path, body)).body));
  const client: Client = {
    environment: 'production',
    signedInBy: 'session',
    pageSize: createPageSize(() => 0),
    send,
    sendUnless: (isTooLate, request) => {
      standIn.edit('302', { recipient: { name: 'Married' } });
      now = sentAt;
      return isTooLate() ? Promise.resolve(failed({ code: 'too-late' })) : send(request);
    },
  };
  const deps = {
    client,
    group: '1',
    environment: 'production' as const,
    attributeOf: attributeFinder([]),
    now: () => now,
    ticks: () => now,
  };
  const reads = createBatchReads(deps, 1_000);
  standIn.edit('301', { recipient: { name: 'New 301' } });
  now = answeredAt;
  reads.noteWritten(witness, { at: 0, ticks: 0 });
  for (let n = 0; n < FIRST_READS; n += 1) await reads.read(entry, []);

  const batchRead = (one: Entry) => reads.read(one, []);
  const end = await takeStep(entry, {
    ...deps,
    journal,
    batchRead,
    wait: () => Promise.resolve(true),
    isStopped: () => false,
    lastInFlight: () => null,
    noteInFlight: () => {},
    noteWritten: () => {},
    noteOwnIds: () => {},
    isCancelled: () => isCancelled,
    isSameAccount: () => Promise.resolve(true),
  });
  const [, after] = await journal.listEntries(RUN, 0, 2);
  const requests = standIn.log.map(({ method, path }) => `${method} ${path}`);
  return { end, state: after?.state.kind, name: held(standIn, 302).recipient.name, requests };
}

test('30 s after the batch read a write still leaves: an edit since is overwritten', async () => {
  const { state, name, requests } = await heldBack({ sentAt: 30_000 });
  expect({ state, name }).toEqual({ state: 'applied', name: 'New 302' });
  expect(requests).toEqual([
    'POST /v2/credentials/search',
    'POST /v2/credentials/search',
    'PUT /v1/credentials/302',
  ]);
});

test('later it does not: the credential is read by itself, and an edit since is a conflict', async () => {
  const { state, name, requests } = await heldBack({ sentAt: 30_001 });
  expect({ state, name }).toEqual({ state: 'conflict', name: 'Married' });
  expect(requests).toEqual([
    'POST /v2/credentials/search',
    'POST /v2/credentials/search',
    'GET /v1/credentials/302',
  ]);
});

test('nor does it where the answer of the write that the batch read shows came late', async () => {
  const { state, name } = await heldBack({ answeredAt: 25_000, sentAt: 30_001 });
  expect({ state, name }).toEqual({ state: 'conflict', name: 'Married' });
});

test('a planned entry of a cancelled run is not written, whatever a batch read shows', async () => {
  const { end, state, name, requests } = await heldBack({ sentAt: 0, isCancelled: true });
  expect({ end, state, name }).toEqual({
    end: { kind: 'settled', fault: null },
    state: 'cancelled',
    name: 'Person 302',
  });
  expect(requests).toEqual(['GET /v1/credentials/302']);
});
