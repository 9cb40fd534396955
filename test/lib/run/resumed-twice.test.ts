import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { failed, ok, type Result } from '../../../lib/result';
import type { PlatformProblem } from '../../../lib/platform/platform-problem';
import type { SignedIn } from '../../../lib/platform/sign-in';
import { createRunner } from '../../../lib/run/loop/runner';
import { changeOf, headerOf } from '../../fakes/background-world';
import { deferred } from '../../fakes/deferred';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { testClock } from '../../platform/test-clock';
import { createPageSize } from '../../../lib/platform/page-size';

const RUN = 'run-1' as RunId;
const rename = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);
const signedOut = failed({ code: 'signed-out', triedKey: false } as const);

/** Signed in, until the first request is answered "signed out". */
const signedIn = ok<SignedIn>({
  client: {
    environment: 'production',
    signedInBy: 'session',
    pageSize: createPageSize(() => 0),
    send: () => Promise.resolve(signedOut),
    sendUnless: () => Promise.resolve(signedOut),
  },
  connection: {
    page: { environment: 'production', groupId: '1' as never },
    account: { id: '9', name: 'Northfield' },
    group: { id: '1', name: 'Group 1', credentialName: null },
    credits: 0,
    customAttributes: [],
    signedInBy: 'session',
  },
});

test('resumed again while the earlier work still ends: it does not stay running with nobody working on it', async () => {
  const journal = createMemoryJournal();
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...headerOf([rename]), id: RUN, createdAt: 0, finishedAt: null, state });
  await journal.addChanges(RUN, 0, [rename]);
  await journal.transitionRun(RUN, { kind: 'running' }, 0);
  await journal.transitionRun(RUN, { kind: 'paused', reason: { kind: 'asked' } }, 0);
  const asked: ((answer: Result<SignedIn, PlatformProblem>) => void)[] = [];
  const release = deferred<null>();
  const awake: boolean[] = [];
  const runner = createRunner({
    ...testClock(),
    journal,
    signIn: () => new Promise((resolve) => asked.push(resolve)),
    locks: {
      // The browser takes a moment to release a lock.
      async request(_name, _options, work) {
        const done = await work({});
        await release.promise;
        return done;
      },
    },
    keepAwake: (needed) => awake.push(needed),
    onFault: (error) => {
      throw error;
    },
  });
  const twice = [runner.resume(RUN), runner.resume(RUN)];
  await expect.poll(() => asked.length).toBe(2);
  asked[0]?.(signedIn);
  await expect
    .poll(async () => (await journal.readRun(RUN))?.record.state)
    .toEqual({ kind: 'paused', reason: { kind: 'signed-out' } });
  asked[1]?.(signedIn);
  await Promise.all(twice);
  release.resolve(null);
  // The work starts again, which begins with signing in.
  await expect.poll(() => asked.length).toBe(3);
  asked[2]?.(signedOut);
  await runner.idle();
  expect((await journal.readRun(RUN))?.record.state).toEqual({
    kind: 'paused',
    reason: { kind: 'signed-out' },
  });
  expect(awake).toEqual([true, false, true, false]);
});
