import { describe, expect, test } from 'vitest';
import type { RunHeader, RunId } from '../../../lib/journal/entry';
import { failed, ok } from '../../../lib/result';
import type { Badge } from '../../../lib/run/badge/badge';
import { createRunner } from '../../../lib/run/loop/runner';
import { changeOf, headerOf } from '../../fakes/background-world';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { testClock } from '../../platform/test-clock';
import { createPageSize } from '../../../lib/platform/page-size';

const run = 'r' as RunId;
const rename = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);
const reviewed = headerOf([rename]);

/** A runner that is signed in as account 9 on group 1, with a run of this header. */
async function runnerFor(header: RunHeader, isSignedOut = () => false) {
  const journal = createMemoryJournal();
  await journal.createRun({
    ...header,
    id: run,
    createdAt: 0,
    finishedAt: null,
    state: { kind: 'preparing' },
  });
  await journal.addChanges(run, 0, [rename]);
  const sent: string[] = [];
  const seen: Badge[] = [];
  const runner = createRunner({
    ...testClock(),
    journal,
    signIn: (page) =>
      Promise.resolve(
        isSignedOut()
          ? failed({ code: 'signed-out', triedKey: false })
          : ok({
              client: {
                environment: 'production',
                signedInBy: 'session',
                pageSize: createPageSize(() => 0),
                send: ({ path }) => {
                  sent.push(path);
                  return Promise.resolve(failed({ code: 'signed-out', triedKey: false }));
                },
                sendUnless: () => Promise.reject(new Error('nothing is written by one who is signed out')),
              },
              connection: {
                page,
                account: { id: '9', name: 'Northfield' },
                group: { id: '1' as never, name: 'Group 1', credentialName: null },
                credits: 0,
                customAttributes: [],
                signedInBy: 'session',
              },
            }),
      ),
    locks: { request: (_name, _options, work) => work({}) },
    keepAwake: () => {},
    onBadge: (badge) => seen.push(badge),
    onFault: (error) => {
      throw error;
    },
  });
  return { runner, journal, sent, seen };
}

const WRONG: readonly (readonly [string, Partial<RunHeader>])[] = [
  ['another account', { account: { id: '8', name: 'Other' } }],
  ['another group', { group: { id: '2', name: 'Group 2' } }],
  ['another environment', { environment: 'sandbox' }],
];

describe('no run begins or continues for another account or group than was reviewed (docs/product.md 2.5)', () => {
  test.each(WRONG)('begin: %s', async (_name, wrong) => {
    const { runner, journal, sent } = await runnerFor({ ...reviewed, ...wrong });
    expect(await runner.begin(run)).toEqual({ ok: false, problem: { code: 'other-account' } });
    expect((await journal.readRun(run))?.record.state).toEqual({ kind: 'preparing' });
    expect(sent).toEqual([]);
  });

  test.each(WRONG)('resume: %s', async (_name, wrong) => {
    const { runner, journal, sent } = await runnerFor({ ...reviewed, ...wrong });
    await journal.transitionRun(run, { kind: 'running' }, 0);
    await journal.transitionRun(run, { kind: 'paused', reason: { kind: 'asked' } }, 0);
    expect(await runner.resume(run)).toEqual({ ok: false, problem: { code: 'other-account' } });
    expect((await journal.readRun(run))?.record.state.kind).toBe('paused');
    expect(sent).toEqual([]);
  });

  test.each(WRONG)('woken: %s', async (_name, wrong) => {
    const { runner, journal, sent } = await runnerFor({ ...reviewed, ...wrong });
    await journal.transitionRun(run, { kind: 'running' }, 0);
    await runner.wake();
    await runner.idle();
    expect((await journal.readRun(run))?.record.state).toEqual({
      kind: 'paused',
      reason: { kind: 'other-account' },
    });
    expect(sent).toEqual([]);
  });
});

test('signed out: the badge waits, each wake tries again, and the run continues after the sign-in', async () => {
  let isSignedOut = true;
  const { runner, journal, sent, seen } = await runnerFor(reviewed, () => isSignedOut);
  await journal.transitionRun(run, { kind: 'running' }, 0);
  await runner.wake();
  await runner.idle();
  await runner.wake();
  expect(sent).toEqual([]);
  expect(seen.at(-1)).toEqual({ kind: 'waiting-for-sign-in', open: 1 });
  isSignedOut = false;
  await runner.wake();
  await runner.idle();
  expect(sent).toEqual(['/v1/credentials/101']);
});
