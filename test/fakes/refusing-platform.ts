import { createClient } from '../../lib/platform/client';
import { createPace } from '../../lib/platform/pace';
import { seededRandom } from '../platform/seeded-random';
import { virtualTime } from './virtual-time';

/** The documented limit: 2,000 in 5 minutes, in periods of 30 s (docs/platform.md, Rate). */
const PERIOD_MS = 30_000;
export const DOCUMENTED = 200;
const MINUTES = 5;

export interface RefusingPlatform {
  /** The share of requests that is refused by chance. */
  readonly noise?: number;
  readonly retryAfterSeconds?: number;
  /** Requests of a period, others' included. */
  readonly limit?: number;
  /** Requests of others in each period, at its beginning. */
  readonly others?: number;
}

/**
 * Sends as fast as the pace allows for five minutes of virtual time. `share`: the part of the
 * documented limit that was taken.
 */
export async function paceOn({
  noise = 0,
  retryAfterSeconds,
  limit = DOCUMENTED,
  others = 0,
}: RefusingPlatform) {
  const time = virtualTime();
  const random = seededRandom(7, `${noise}`);
  const began = time.now();
  const end = began + MINUTES * 60_000;
  let period = -1;
  let inPeriod = 0;
  const count = { taken: 0, byChance: 0, byLimit: 0 };
  const client = createClient({
    ...time,
    random,
    pace: createPace(time),
    environment: 'eu',
    authorization: { kind: 'session' },
    fetch: async () => {
      await time.sleep(100);
      const now = Math.floor(time.now() / PERIOD_MS);
      if (now !== period) inPeriod = others;
      period = now;
      inPeriod += 1;
      const isOver = inPeriod > limit;
      if (!isOver && random() >= noise) {
        count.taken += 1;
        return new Response('{}');
      }
      count[isOver ? 'byLimit' : 'byChance'] += 1;
      const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      return new Response('Retry later', { status: 429, headers });
    },
  });
  const work = async () => {
    while (time.now() < end) await client.send({ method: 'GET', path: '/v1/x', effect: 'read' });
  };
  const working = Promise.all(Array.from({ length: 6 }, work));
  await time.runUntil(end);
  const share = count.taken / ((MINUTES * 60_000 * DOCUMENTED) / PERIOD_MS);
  // Lets those go that still wait, so that nothing of this test is left.
  await time.runUntil(end + 10 * 60_000);
  await working;
  return { ...count, share };
}
