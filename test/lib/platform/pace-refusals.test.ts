import { describe, expect, test } from 'vitest';
import { createRefusals } from '../../../lib/platform/refusals';
import { DOCUMENTED, paceOn } from '../../fakes/refusing-platform';

describe('the share of the documented limit that is reached', () => {
  test.each<[noise: number, retryAfterSeconds: number | undefined, least: number]>([
    [0, undefined, 0.95],
    [0.01, undefined, 0.93],
    [0.05, undefined, 0.88],
    [0.2, undefined, 0.7],
    [0.5, undefined, 0.15],
    // A platform that says how long to wait is believed.
    [0, 10, 0.95],
    [0.01, 10, 0.6],
    [0.05, 10, 0.3],
    [0.2, 10, 0.08],
    [0.5, 10, 0.03],
    [0.2, 1, 0.25],
  ])('%d of the requests refused by chance, Retry-After %s: at least %d', async (noise, wait, least) => {
    const reached = await paceOn({ noise, ...(wait !== undefined && { retryAfterSeconds: wait }) });
    expect(reached.share).toBeGreaterThanOrEqual(least);
    expect(reached.byLimit).toBe(0);
  });

  test('others who use half of the limit: the rest is used, and few requests are refused', async () => {
    const reached = await paceOn({ others: 100 });
    expect(reached.share).toBeGreaterThan(0.5 * 0.75);
    expect(reached.byLimit).toBeLessThan(0.15 * reached.taken);
  });

  test('a limit that is lower than documented is found', async () => {
    const reached = await paceOn({ limit: 60 });
    expect(reached.share).toBeGreaterThan((60 / DOCUMENTED) * 0.75);
    expect(reached.byLimit).toBeLessThan(0.3 * reached.taken);
  });
});

describe('a refusal is judged by the answers around it', () => {
  /** [answers: . taken, x refused, a number: refused with Retry-After in seconds; the last hold] */
  test.each<[string, string, number, boolean]>([
    ['the first', 'x', 0, false],
    ['each second one', '.x.x.x.x.x.x.x.x', 0, false],
    ['five in a row', '.xxxxx', 0, false],
    ['five in a row, twice', 'xxxxx.xxxxx', 0, false],
    ['six in a row', '.xxxxxx', 2_000, true],
    ['the one that tries', 'xxxxxxx', 4_000, true],
    ['the next one that tries', 'xxxxxxxx', 8_000, true],
    ['at most a period', 'xxxxxxxxxxxxxxxx', 30_000, true],
    ['after one was taken', 'xxxxxxxx.x', 0, false],
    ['six in a row again', 'xxxxxx.xxxxxx', 2_000, true],
    ['Retry-After is believed', '7', 7_000, false],
    ['Retry-After among those taken', '....7', 7_000, false],
    ['Retry-After, six times', '777777', 7_000, true],
    ['Retry-After 0', '0', 0, false],
    ['Retry-After after six', 'xxxxxx5', 5_000, true],
  ])('%s: %s', (_name, answers, holdMs, isLimit) => {
    const refusals = createRefusals();
    let last: unknown;
    for (const answer of answers) {
      if (answer === '.') refusals.taken();
      else last = refusals.refused(answer === 'x' ? null : Number(answer) * 1_000);
    }
    expect(last).toEqual({ holdMs, isLimit });
  });
});
