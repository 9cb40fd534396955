import { describe, expect, test } from 'vitest';
import { createClient } from '../../../lib/platform/client';
import { createPace } from '../../../lib/platform/pace';
import { testClock } from '../../platform/test-clock';

describe('a write that rests on an earlier reading', () => {
  /** A client whose only turn of a minute is used up by another request. */
  function heldBack() {
    const clock = testClock();
    const asked: string[] = [];
    const client = createClient({
      ...clock,
      random: () => 0,
      pace: createPace(clock, { limit: 1, windowMs: 60_000, atOnce: 1 }),
      environment: 'eu',
      authorization: { kind: 'session' },
      fetch: (url) => {
        asked.push(url);
        return Promise.resolve(new Response(''));
      },
    });
    return { client, asked, clock };
  }
  const write = { method: 'PUT', path: '/v1/y', body: {}, effect: 'write' } as const;

  test.each([
    ['in time', 60_000, true],
    ['a moment too late', 59_999, false],
  ])('%s', async (_name, within, isSent) => {
    const { client, asked, clock } = heldBack();
    const leaveBy = clock.now() + within;
    await client.send({ method: 'GET', path: '/v1/x', effect: 'read' });
    const result = await client.sendUnless(() => clock.now() > leaveBy, write);
    expect(result).toEqual(isSent ? { ok: true, value: '' } : { ok: false, problem: { code: 'too-late' } });
    expect(asked).toHaveLength(isSent ? 2 : 1);
  });
});
