import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { credentialId } from '../../../../lib/credential/ids';
import { createWorld, PAGE } from '../../../fakes/background-world';
import { POLICY_CASES, type Target } from '../../../fakes/forged-commands';
import { smallState } from '../../../platform/test-state';

/* docs/policies.md: every setting of the schema has a command that it refuses. */

const SCHEMA = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../public/managed-schema.json'), 'utf8'),
) as { readonly properties: Readonly<Record<string, unknown>> };

test('every setting of the schema has a case', () => {
  expect(Object.keys(POLICY_CASES).toSorted()).toEqual(Object.keys(SCHEMA.properties).toSorted());
});

async function targetUnder(policy: unknown) {
  const world = await createWorld({ policy, state: smallState(), looksUpPublic: true });
  const say = (command: Parameters<Target['say']>[0]) => world.say(command);
  const target: Target = {
    ...{ say, page: PAGE, account: { id: '9', name: 'Northfield' } },
    credentials: [credentialId(101), credentialId(102)],
  };
  const requests = () => world.standIn.log.filter(({ part }) => part === 'api').length;
  return { world, target, requests };
}

const CASES = Object.entries(POLICY_CASES).flatMap(([name, one]) =>
  (one?.forgeries ?? []).map((forgery) => [name, forgery.what, forgery, one] as const),
);

test.each(CASES)('%s that cannot be read refuses %s as well', async (name, _, forgery) => {
  const { world, target, requests } = await targetUnder({ [name]: { of: 'another type' } });
  const before = requests();
  expect(await forgery.forge(target)).toEqual(forgery.problem);
  expect(requests()).toBe(before);
  expect(world.writes()).toEqual([]);
});

test.each(CASES)('%s refuses %s, and takes it where it allows it', async (name, _, forgery, one) => {
  const under = await targetUnder({ [name]: one?.refuses });
  const before = under.requests();
  expect(await forgery.forge(under.target)).toEqual(forgery.problem);
  expect(under.requests()).toBe(before);
  expect(under.world.writes()).toEqual([]);

  const free = await targetUnder({ [name]: one?.takes });
  const answer = await forgery.forge(free.target);
  // It may be refused for another reason (a file that is none), but not by the policy.
  if (!answer.ok) expect(answer.problem).not.toMatchObject({ code: 'not-allowed' });
});
