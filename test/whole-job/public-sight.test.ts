import { expect, test } from 'vitest';
import { namedEntries } from '../../lib/run/public-check/shown-sights';
import { renewalState } from '../fakes/renewal-state';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { groupOf } from '../platform/platform-watch';

/*
 * docs/product.md 2.6: 500 updates of which the public record of 20 stays as
 * it was. Those 20 are named, in the panel and in the result.
 */

const COUNT = 500;

async function updated(stale: number) {
  const made = renewalState(Array.from({ length: COUNT }, () => ({ grade: 'Pass' })));
  let n = 0;
  const numbered = (credential: (typeof made.credentials)[number]) =>
    credential.group_id === MAIN_GROUP
      ? { ...credential, id: 9_000_000 + (n += 1), approve: true, private: false, license_id: null }
      : credential;
  const state = { ...made, credentials: made.credentials.map(numbered) };
  const job = await jobOverPlatform({
    state,
    looksUpPublic: true,
    switches: { 'public-stale': stale, 'public-lag': 30_000 },
  });
  const group = groupOf(job.standIn.state(), MAIN_GROUP);
  const rows = group.map(({ id }) => [String(id), 'Merit']);
  await job.open(sheetText([['Credential ID', 'Grade'], ...rows]));
  await job.review();
  const entries = await job.update();
  const [first] = entries;
  if (first === undefined) throw new Error('nothing was updated');
  const { session, until, clock } = job;
  const runs = [first.run];
  const check = () => session.publicSight.checks.peek().get(first.run);
  const look = () => {
    void session.publicSight.look(runs);
    return check();
  };
  await until(() => look() !== undefined, 'a check');
  const rounds: string[] = [];
  while (rounds.length < 9) {
    await until(() => look()?.isAsking === false, 'asked');
    const at = check()?.nextAt ?? null;
    if (at === null) break;
    const before = check()?.askedAt;
    clock.advance(Math.max(0, at - clock.now()));
    await job.wake();
    await until(() => look()?.askedAt !== before && check()?.isAsking === false, 'asked again');
    rounds.push(check()?.sights ?? '');
  }
  const old = namedEntries(entries, session.publicSight.checks.peek()).get('old') ?? [];
  const staleIds = group.filter(({ id }) => stale > 0 && id % stale === 0).map(({ id }) => String(id));
  return { job, old: old.map(({ credential }) => credential as string), staleIds, rounds };
}

test('names the 20 of 500 that stay old, and asks for no others again', async () => {
  const { job, old, staleIds, rounds } = await updated(25);
  expect(staleIds).toHaveLength(20);
  expect(old.toSorted()).toEqual(staleIds.toSorted());
  const asked = job.standIn.log.filter(({ path }) => path.includes('credential-net'));
  expect(asked.length).toBeLessThanOrEqual(COUNT + 20 * rounds.length);
  job.session.chooseResultFormat('csv');
  const text = new TextDecoder().decode(await job.resultFile('all'));
  const named = text
    .split('\r\n')
    .filter((line) => line.includes('Its public page still shows the old value.'));
  expect(named.map((line) => /\d+/.exec(line)?.[0]).toSorted()).toEqual(staleIds.toSorted());
});

test('names none where the public record only runs behind', async () => {
  const { job, old, rounds } = await updated(0);
  expect(old).toEqual([]);
  expect(rounds.at(-1)).toBe('s'.repeat(COUNT));
  job.session.chooseResultFormat('csv');
  expect(new TextDecoder().decode(await job.resultFile('all'))).not.toContain('public page');
});
