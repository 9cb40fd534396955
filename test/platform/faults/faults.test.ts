import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { call, held, put, signIn } from '../test-client';
import { testClock } from '../test-clock';
import { smallState } from '../test-state';

const standInWith = (...faults: string[]) => createStandIn({ state: smallState(), faults, ...testClock() });
const details = (standIn: ReturnType<typeof standInWith>) => call(standIn, 'GET', '/v1/issuer/details');

const BAD_GATEWAY = expect.stringContaining('Bad Gateway') as string;

describe('what each fault does to a PUT', () => {
  test.each([
    ['429', 429, 'Retry later\n', 'A'],
    ['500', 500, { errors: 'Internal server error' }, 'A'],
    ['502', 502, BAD_GATEWAY, 'A'],
    ['502-after', 502, BAD_GATEWAY, 'B'],
    ['signed-out', 401, 'HTTP Token: Access denied.\n', 'A'],
    ['slow', 200, { credential: { grade: 'B' } }, 'B'],
  ])('%s', async (fault, status, body, grade) => {
    const standIn = standInWith(fault);
    expect(await put(standIn, 101, { grade: 'B' })).toMatchObject({ status, body });
    expect(held(standIn, 101).grade).toBe(grade);
    expect(standIn.log.at(-1)).toMatchObject({
      method: 'PUT',
      status,
      fault,
      body: { credential: { grade: 'B' } },
    });
  });

  test.each([
    ['reset-before', 'A'],
    ['reset-after', 'B'],
  ])('%s rejects as fetch does', async (fault, grade) => {
    const standIn = standInWith(fault);
    await expect(put(standIn, 101, { grade: 'B' })).rejects.toThrow(TypeError);
    expect(held(standIn, 101).grade).toBe(grade);
    expect(standIn.log.at(-1)).toMatchObject({ status: null, fault });
  });
});

test('slow waits, and another fault may still end the request', async () => {
  const standIn = standInWith('slow:ms=3000', '500');
  expect((await details(standIn)).status).toBe(500);
  expect(standIn.log.at(-1)?.ms).toBe(3000);
});

test('slow is over when other faults are set', async () => {
  const never = () => new Promise<void>(() => undefined);
  const standIn = createStandIn({ state: smallState(), faults: ['slow:ms=3000'], sleep: never });
  const answered = details(standIn);
  standIn.setFaults([]);
  expect((await answered).status).toBe(200);
});

describe('which requests a rule hits', () => {
  test.each([
    ['500:every=3', [200, 200, 500, 200, 200, 500]],
    ['500:from=4', [200, 200, 200, 500, 500, 500]],
    ['500:times=2', [500, 500, 200, 200, 200, 200]],
    ['500:from=2:times=1', [200, 500, 200, 200, 200, 200]],
    ['500:rate=0', [200, 200, 200, 200, 200, 200]],
    ['500:method=PUT', [200, 200, 200, 200, 200, 200]],
    ['500:path=/v1/issuer/d', [500, 500, 500, 500, 500, 500]],
    ['500:path=/v2', [200, 200, 200, 200, 200, 200]],
  ])('%s', async (fault, expected) => {
    const standIn = standInWith(fault);
    const seen: number[] = [];
    while (seen.length < expected.length) seen.push((await details(standIn)).status);
    expect(seen).toEqual(expected);
  });

  test('by chance, and the same for the same seed', async () => {
    const run = async (seed: number): Promise<string> => {
      const standIn = createStandIn({
        state: smallState(),
        seed,
        rate: 0,
        faults: ['500:rate=0.3'],
        ...testClock(),
      });
      const seen: number[] = [];
      for (let count = 0; count < 100; count += 1) seen.push((await details(standIn)).status);
      return seen.join();
    };
    const first = await run(7);
    expect(await run(7)).toBe(first);
    expect(await run(8)).not.toBe(first);
    const hits = first.match(/500/g)?.length ?? 0;
    expect(hits).toBeGreaterThan(15);
    expect(hits).toBeLessThan(45);
  });

  test('pages of the dashboard are not hit', async () => {
    const standIn = standInWith('500');
    expect(await signIn(standIn)).toContain('_dashboard_session=');
  });
});

test('signed-out until sign-in: refused from request n on, and taken again after the next sign-in', async () => {
  const standIn = standInWith('signed-out:from=2:until=sign-in');
  const cookie = await signIn(standIn);
  const ask = async (with_: string) =>
    (await call(standIn, 'GET', '/v1/issuer/details', undefined, { key: null, cookie: with_ })).status;
  expect([await ask(cookie), await ask(cookie), await ask(cookie)]).toEqual([200, 401, 401]);
  expect(await ask(await signIn(standIn))).toBe(200);
});

test('rules can be replaced while it runs; wrong ones change nothing', async () => {
  const standIn = standInWith('500');
  expect(standIn.setFaults(['nonsense']).ok).toBe(false);
  expect((await details(standIn)).status).toBe(500);
  expect(standIn.setFaults([]).ok).toBe(true);
  expect((await details(standIn)).status).toBe(200);
  expect(() => standInWith('nonsense')).toThrow('there is no kind "nonsense"');
});
