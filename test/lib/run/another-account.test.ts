import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import type { Client } from '../../../lib/platform/client';
import { failed, ok } from '../../../lib/result';
import { attributeFinder } from '../../../lib/run/entry/field-state';
import { takeStep } from '../../../lib/run/entry/step';
import { changeOf, headerOf } from '../../fakes/background-world';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { createStandIn } from '../../platform/stand-in';
import { call } from '../../platform/test-client';
import { smallState } from '../../platform/test-state';
import { NOTHING_THERE } from '../../fakes/run';
import { createPageSize } from '../../../lib/platform/page-size';

const RUN = 'r' as RunId;
const NOT_FOUND = failed({ code: 'not-found', words: "Doesn't exist" } as const);
/**
 * Somebody signs in to the dashboard as another account, which does not see the credential, before
 * the request `from`. [from, whether it is the reviewed account all the same, the end of the step,
 * the state of the entry]
 */
test.each([
  ['GET', false, { kind: 'halt', reason: { kind: 'other-account' } }, { kind: 'planned' }],
  [
    'PUT',
    false,
    { kind: 'halt', reason: { kind: 'other-account' } },
    { kind: 'sent', attempt: 1, before: NOTHING_THERE },
  ],
  ['GET', true, { kind: 'settled', fault: null }, { kind: 'rejected', status: 404, words: "Doesn't exist" }],
  ['PUT', true, { kind: 'settled', fault: null }, { kind: 'rejected', status: 404, words: "Doesn't exist" }],
] as const)('not found from the %s on; still the reviewed account: %s', async (from, isSame, end, state) => {
  const journal = createMemoryJournal();
  const change = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);
  await journal.createRun({
    ...headerOf([change]),
    id: RUN,
    createdAt: 0,
    finishedAt: null,
    state: { kind: 'preparing' },
  });
  await journal.addChanges(RUN, 0, [change]);
  await journal.transitionRun(RUN, { kind: 'running' }, 0);
  const [entry] = await journal.listEntries(RUN, 0, 1);
  if (entry === undefined) throw new Error('no entry');
  const answer = await call(createStandIn({ state: smallState() }), 'GET', '/v1/credentials/101');
  const client: Client = {
    environment: 'production',
    signedInBy: 'session',
    pageSize: createPageSize(() => 0),
    send: () => Promise.resolve(from === 'GET' ? NOT_FOUND : ok(JSON.stringify(answer.body))),
    sendUnless: () => Promise.resolve(NOT_FOUND),
  };
  const ended = await takeStep(entry, {
    client,
    journal,
    now: () => 0,
    ticks: () => 0,
    attributeOf: attributeFinder([]),
    group: '1',
    environment: 'production',
    wait: () => Promise.resolve(true),
    isStopped: () => false,
    lastInFlight: () => null,
    noteInFlight: () => {},
    batchRead: () => Promise.resolve(null),
    noteWritten: () => {},
    noteOwnIds: () => {},
    isCancelled: () => false,
    isSameAccount: () => Promise.resolve(isSame),
  });
  expect(ended).toEqual(end);
  expect((await journal.listEntries(RUN, 0, 1))[0]?.state).toEqual(state);
});
