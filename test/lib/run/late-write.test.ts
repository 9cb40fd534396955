import { expect, test } from 'vitest';
import type { Change } from '../../../lib/credential/change';
import type { RunId } from '../../../lib/journal/entry';
import { createClient } from '../../../lib/platform/client';
import { createPace } from '../../../lib/platform/pace';
import { attributeFinder } from '../../../lib/run/entry/field-state';
import { takeStep } from '../../../lib/run/entry/step';
import { COSTLY_SETTLE_DELAY_MS, PLAIN_SETTLE_DELAY_MS } from '../../../lib/run/entry/settle-delay';
import { changeOf, headerOf } from '../../fakes/background-world';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { createStandIn } from '../../platform/stand-in';
import { ACCOUNT_KEY } from '../../platform/stand-in-options';
import { call, held } from '../../platform/test-client';
import { testClock } from '../../platform/test-clock';
import { credentialFields, smallState } from '../../platform/test-state';
import { NOTHING_THERE } from '../../fakes/run';

const RUN = 'late' as RunId;
const PATH = '/v1/credentials/301';

interface Late {
  readonly change: Change;
  /** The request that the dead background had sent. */
  readonly write: { readonly method: 'PUT' | 'POST'; readonly path: string; readonly body: unknown };
  /** When it arrives, after the next background began. */
  readonly arrivesAfter: number;
  /** How long the answer of each reading travels, after the platform gave it. */
  readonly answersTake: number;
  readonly isCancelled?: boolean;
  /** By how much somebody sets the clock, after the outcome was read for the first time. */
  readonly clockSet?: number;
}

/**
 * A step of the next background with an entry whose write, sent by a dead one, is still in flight.
 */
async function takenUp({
  change,
  write,
  arrivesAfter,
  answersTake,
  isCancelled = false,
  clockSet = 0,
}: Late) {
  const clock = testClock();
  const state = smallState([credentialFields(301, { expired_on: '2026-02-01' })], 10);
  const standIn = createStandIn({ state, now: clock.now, sleep: clock.sleep, today: '2026-11-22' });
  const journal = createMemoryJournal();
  const preparing = { kind: 'preparing' } as const;
  await journal.createRun({
    ...headerOf([change]),
    id: RUN,
    createdAt: 0,
    finishedAt: null,
    state: preparing,
  });
  await journal.addChanges(RUN, 0, [change]);
  await journal.transitionRun(RUN, { kind: 'running' }, 0);
  const entry = await journal.transitionEntry(RUN, 0, { kind: 'sent', attempt: 1, before: NOTHING_THERE });

  const begunAt = clock.ticks();
  let isThere = false;
  const letArrive = async () => {
    if (isThere || clock.ticks() < begunAt + arrivesAfter) return;
    isThere = true;
    await call(standIn, write.method, write.path, write.body);
  };
  let underWay: number | null = begunAt;
  let isSet = false;
  const sent: string[] = [];
  const client = createClient({
    ...clock,
    random: () => 0.5,
    pace: createPace(clock),
    environment: 'production',
    authorization: { kind: 'key', key: ACCOUNT_KEY },
    fetch: async (url, { method = 'GET', headers = {}, body = null }) => {
      await letArrive();
      if (method !== 'GET') sent.push(`${method} ${url}`);
      const answer = await standIn.fetch(new Request(url, { method, headers, body: body as string | null }));
      clock.advance(answersTake);
      if (!isSet) clock.set(clockSet);
      isSet = true;
      await letArrive();
      return answer;
    },
  });
  const end = await takeStep(entry, {
    client,
    journal,
    now: clock.now,
    ticks: clock.ticks,
    attributeOf: attributeFinder([]),
    group: '1',
    environment: 'production',
    wait: async (milliseconds) => {
      await clock.sleep(milliseconds);
      return true;
    },
    isStopped: () => false,
    lastInFlight: () => underWay,
    noteInFlight: (_entry, at) => (underWay = at),
    batchRead: () => Promise.resolve(null),
    noteWritten: () => {},
    noteOwnIds: () => {},
    isCancelled: () => isCancelled,
    isSameAccount: () => Promise.resolve(true),
  });
  await letArrive();
  const [settled] = await journal.listEntries(RUN, 0, 1);
  return { end, sent, standIn, state: settled?.state, isThere, took: clock.ticks() - begunAt };
}

const evidence: Pick<Late, 'change' | 'write'> = {
  change: changeOf(301, [['evidence-url-1', null, 'https://a.test/x']]),
  write: {
    method: 'POST',
    path: `${PATH}/evidence_items`,
    body: { evidence_item: { description: 'https://a.test/x', category: 'url', url: 'https://a.test/x' } },
  },
};
const renewal: Pick<Late, 'change' | 'write'> = {
  change: changeOf(301, [['expiry-date', '2026-02-01', '2028-02-01']], { credits: 1, renews: true }),
  write: { method: 'PUT', path: PATH, body: { credential: { expired_on: '2028-02-01' } } },
};
const rename: Pick<Late, 'change' | 'write'> = {
  change: changeOf(301, [['recipient-name', 'Person 301', 'New']]),
  write: { method: 'PUT', path: PATH, body: { credential: { recipient: { name: 'New' } } } },
};

/** Where the stand-in says that a credential's page is. */
const PAGE: unknown = expect.stringMatching(/^https:\/\/[^/]+\/\S+$/);

test.each([
  ['evidence, at once', evidence, 0, 100],
  ['evidence, at the last moment', evidence, COSTLY_SETTLE_DELAY_MS, 100],
  // The answer left the platform before the write arrived.
  [
    'evidence, while the answer of a slow reading is on its way',
    evidence,
    20_000,
    COSTLY_SETTLE_DELAY_MS + 5_000,
  ],
  ['a renewal, at the last moment', renewal, COSTLY_SETTLE_DELAY_MS, 100],
  [
    'a renewal, while the answer of a slow reading is on its way',
    renewal,
    20_000,
    COSTLY_SETTLE_DELAY_MS + 5_000,
  ],
])('a write of a dead background is not sent again: %s', async (_name, what, arrivesAfter, answersTake) => {
  const late = await takenUp({ ...what, arrivesAfter, answersTake });
  expect(late.end).toEqual({ kind: 'settled', fault: null });
  expect(late.sent).toEqual([]);
  expect(late.state).toEqual({ kind: 'applied', url: PAGE });
  expect(held(late.standIn, 301).evidence_items).toHaveLength(what === evidence ? 1 : 0);
});

test.each([
  ['evidence', evidence, COSTLY_SETTLE_DELAY_MS],
  ['a renewal', renewal, COSTLY_SETTLE_DELAY_MS],
  ['a name', rename, PLAIN_SETTLE_DELAY_MS],
])('cancelled: %s counts as not taken only once it cannot arrive', async (_name, what, delay) => {
  const late = await takenUp({ ...what, arrivesAfter: delay, answersTake: 100, isCancelled: true });
  expect(late).toMatchObject({ sent: [], state: { kind: 'applied' }, isThere: true });
});

test('the bound: a write that arrives later than any delay is written twice, and duplicate evidence is reported', async () => {
  const late = await takenUp({
    ...evidence,
    arrivesAfter: COSTLY_SETTLE_DELAY_MS + 1_000,
    answersTake: 1_000,
  });
  expect(late.sent).toHaveLength(1);
  // The evidence from before its first request is not known here: nothing is taken away.
  const doubled = [{ attribute: 'evidence-url-1', times: 2, removed: 0 }];
  expect(late.state).toEqual({ kind: 'applied', url: PAGE, doubled });
});

test('a clock that was set back by an hour holds an entry back no longer than a write can be in flight', async () => {
  const late = await takenUp({
    ...renewal,
    arrivesAfter: Number.POSITIVE_INFINITY,
    answersTake: 100,
    clockSet: -60 * 60 * 1000,
  });
  expect(late).toMatchObject({ sent: [expect.stringContaining('PUT')], state: { kind: 'applied' } });
  expect(late.took).toBeGreaterThanOrEqual(COSTLY_SETTLE_DELAY_MS);
  expect(late.took).toBeLessThan(2 * COSTLY_SETTLE_DELAY_MS);
});

test.each([
  ['a renewal', renewal],
  ['evidence', evidence],
])(
  'a clock that jumps forward meanwhile does not make %s of a doubt that is a moment old',
  async (_name, what) => {
    const late = await takenUp({
      ...what,
      arrivesAfter: COSTLY_SETTLE_DELAY_MS,
      answersTake: 100,
      clockSet: 24 * 60 * 60 * 1000,
    });
    expect(late).toMatchObject({ sent: [], state: { kind: 'applied' }, isThere: true });
  },
);
