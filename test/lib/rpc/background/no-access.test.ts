import { describe, expect, test } from 'vitest';
import { createWorld, PAGE } from '../../../fakes/background-world';
import { ACCOUNT_KEY } from '../../../platform/stand-in-options';

describe('hosts that the browser does not permit (docs/product.md 2.1)', () => {
  test.each([
    ['production', 'api.accredible.com'],
    ['eu', 'eu.api.accredible.com'],
    ['sandbox', 'sandbox.api.accredible.com'],
  ] as const)('%s, which the browser does not permit: nothing is asked', async (environment, host) => {
    const permitted = new Set(['production', 'eu', 'sandbox']);
    permitted.delete(environment);
    const world = await createWorld({ key: ACCOUNT_KEY, mayReach: (asked) => permitted.has(asked) });
    const page = { ...PAGE, environment };
    const problem = { code: 'no-access', host };
    const before = world.standIn.log.length;
    expect(await world.say({ kind: 'connect', page })).toEqual({ ok: false, problem });
    const key = { kind: 'give-key', page, key: ACCOUNT_KEY, remember: false } as const;
    expect(await world.say(key)).toEqual({ ok: false, problem });
    expect(world.standIn.log).toHaveLength(before);
    // Allowed in the popup, and tried again.
    permitted.add(environment);
    await world.say({ kind: 'connect', page });
    expect(world.standIn.log.length).toBeGreaterThan(before);
  });

  test('another environment that is not permitted is in nobody’s way', async () => {
    const world = await createWorld({ mayReach: (environment) => environment === 'production' });
    expect(await world.say({ kind: 'connect', page: PAGE })).toMatchObject({ ok: true });
  });
});
