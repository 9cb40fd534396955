import { describe, expect, test } from 'vitest';
import { dashboardToOpen } from '../../../../lib/rpc/background/last-environment';
import { NO_POLICY } from '../../../../lib/rpc/background/read-policy';
import { newRun } from '../../../../lib/journal/journal';
import { groupId } from '../../../../lib/credential/ids';
import type { Environment } from '../../../../lib/platform/environment';
import { changeOf, createWorld, PAGE } from '../../../fakes/background-world';
import { progressOf } from '../../../fakes/run';

function runIn(environment: Environment) {
  const { run, counts } = progressOf('finished', { applied: 1 });
  return newRun({ ...run, environment }, counts);
}
const ALL = NO_POLICY.environments;

describe('the dashboard that the popup opens', () => {
  test.each<[string, Environment | null, readonly Environment[], readonly Environment[], Environment | null]>(
    [
      ['nothing is known', null, [], ALL, 'production'],
      ['the one used last', 'eu', [], ALL, 'eu'],
      ['it comes before the latest run', 'sandbox', ['eu'], ALL, 'sandbox'],
      ['the latest run, of a version that did not note it', null, ['eu', 'sandbox'], ALL, 'eu'],
      ['not one that is no longer allowed', 'sandbox', ['eu'], ['eu'], 'eu'],
      ['nor a run of one', null, ['sandbox'], ['production', 'eu'], 'production'],
      ['the only one that is allowed', null, [], ['sandbox'], 'sandbox'],
      ['none is allowed', 'eu', ['eu'], [], null],
    ],
  )('%s', (_name, used, runs, environments, expected) => {
    expect(dashboardToOpen(used, runs.map(runIn), { ...NO_POLICY, environments })).toBe(expected);
  });

  const EU = { environment: 'eu', groupId: groupId(1) } as const;

  test('it is noted when the platform takes us, and not before', async () => {
    const kept = new Map<string, unknown>();
    const world = await createWorld({ kept });
    await world.say({ kind: 'connect', page: PAGE });
    expect(kept.get('environment')).toEqual({ environment: 'production' });
    const out = await createWorld({ kept, signedIn: false });
    await out.say({ kind: 'connect', page: EU });
    expect(await out.say({ kind: 'find-dashboard' })).toEqual({ ok: true, value: 'production' });
  });

  test.each([undefined, null, 'eu', { environment: 'staging' }, { environment: 3 }])(
    'what another version has stored is not relied on: %j',
    async (stored) => {
      const world = await createWorld({ kept: new Map([['environment', stored]]) });
      expect(await world.say({ kind: 'find-dashboard' })).toEqual({ ok: true, value: 'production' });
    },
  );

  test('without a journal it is still said', async () => {
    const openJournal = () => ({ ok: false, problem: { code: 'journal-unavailable', detail: 'x' } }) as const;
    const world = await createWorld({ openJournal, kept: new Map([['environment', { environment: 'eu' }]]) });
    expect(await world.say({ kind: 'find-dashboard' })).toEqual({ ok: true, value: 'eu' });
  });

  test('the run that was last begun says it for an older version', async () => {
    const world = await createWorld({ policy: { environments: ['production'] } });
    await world.begin([changeOf(1, [['grade', 'A', 'B']])]);
    expect(await world.say({ kind: 'find-dashboard' })).toEqual({ ok: true, value: 'production' });
  });
});
