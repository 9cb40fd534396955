import { describe, expect, test, vi } from 'vitest';
import { createClient } from '../../../lib/platform/client';
import { createPace } from '../../../lib/platform/pace';
import { createPageSize, type CamePage, type PageSizeMemory } from '../../../lib/platform/page-size';
import type { PlatformProblem } from '../../../lib/platform/platform-problem';
import { readGroup } from '../../../lib/platform/read-group';
import { sureMemory } from '../../../lib/platform/sure-memory';
import { groupId } from '../../../lib/credential/ids';
import { calm } from '../../fakes/deferred';
import { hugeGroup, type HugeGroup } from '../../fakes/huge-group';
import { createStandIn } from '../../platform/stand-in';
import { ACCOUNT_KEY } from '../../platform/stand-in-options';
import type { Switches } from '../../platform/switches';
import { testClock } from '../../platform/test-clock';
import { credentialFields, smallState } from '../../platform/test-state';

const clock = testClock();

function memoryOf(kept: unknown = null) {
  const storage = { kept, saves: 0 };
  const memory: PageSizeMemory = {
    isSure: true,
    load: () => Promise.resolve(storage.kept),
    save: (known) => {
      storage.kept = known;
      storage.saves += 1;
      return Promise.resolve();
    },
  };
  return { storage, memory };
}

const refused = (words: string, status = 400): PlatformProblem => ({ code: 'refused', status, words });

/** Reads a group twice, as two starts of the background would, and counts the requests of each. */
async function requestsFor(count: number, switches: Partial<Switches>) {
  const own = Array.from({ length: count }, (_, at) => credentialFields(1_000 + at));
  const standIn = createStandIn({ state: smallState(own), ...clock, rate: 0, switches });
  const { memory } = memoryOf();
  const read = async () => {
    const before = standIn.log.length;
    const client = createClient({
      ...clock,
      random: () => 0,
      pace: createPace(clock),
      pageSize: createPageSize(clock.now, memory),
      environment: 'production',
      authorization: { kind: 'key', key: ACCOUNT_KEY },
      fetch: (url, init) => standIn.fetch(new Request(url, init)),
    });
    const ids = new Set<string>();
    const reading = await readGroup(client, groupId(1), {
      onPart: ({ credentials }) => {
        for (const { id } of credentials) ids.add(id);
      },
    });
    expect(reading).toMatchObject({ ok: true, value: { kind: 'whole', count } });
    expect(ids.size).toBe(count);
    return standIn.log.length - before;
  };
  return [await read(), await read()];
}

const today = (count: number, page: number) => Math.ceil(count / page);

describe('a group is read whole, by whatever page the platform gives', () => {
  /** Less where nothing depends on the 10,000 beyond which only a cursor leads on. */
  const FEW = 3_100;
  const MANY = 12_400;
  test.each<[number, Partial<Switches>, first: number, then: number]>([
    [MANY, { 'page-max': 1_000 }, 15, 13],
    [FEW, { 'page-max': 5_000 }, 6, 4],
    [FEW, { 'page-max': 500 }, 8, 7],
    [FEW, { 'page-max': 100 }, today(FEW, 100), today(FEW, 100)],
    [FEW, { 'page-max': 70 }, today(FEW, 70), today(FEW, 70)],
    [FEW, { 'page-max': 100, 'page-too-large': '400' }, today(FEW, 100) + 1, today(FEW, 100)],
    [FEW, { 'page-max': 100, 'page-too-large': '422' }, today(FEW, 100) + 1, today(FEW, 100)],
    [FEW, { 'page-max': 500, 'page-too-large': '400' }, 9, 7],
    [FEW, { 'page-max': 500, 'page-too-large': '422' }, 9, 7],
    // Refused at first, where nothing is known yet: by the number that it names, else by halves.
    [FEW, { 'page-max': 70, 'page-too-large': '400' }, today(FEW, 70) + 1, today(FEW, 70)],
    [FEW, { 'page-max': 70, 'page-too-large': '422' }, today(FEW, 50) + 1, today(FEW, 50)],
    // A server error for a large page is tried three times, as any.
    [FEW, { 'page-max': 100, 'page-too-large': '500' }, today(FEW, 100) + 3, today(FEW, 100)],
    // The end is that of the cursor, not a page that shrank.
    [MANY, { 'page-max': 500, 'cursor-end': 'no-cursor', count: 'capped' }, 27, 25],
    [
      MANY,
      { 'page-max': 70, 'cursor-end': 'same-cursor', count: 'capped' },
      today(MANY, 70) + 1,
      today(MANY, 70) + 1,
    ],
  ])('%i credentials, %j: %i requests, then %i', async (count, switches, first, then) => {
    expect(await requestsFor(count, switches)).toEqual([first, then]);
  });

  test('a small group is not asked for more than today', async () => {
    for (const how of ['cut', '400', '422'] as const) {
      expect(await requestsFor(1_000, { 'page-max': 100, 'page-too-large': how })).toEqual([10, 10]);
    }
  });
});

test('100,000 credentials, 1,000 in a page: at most 110 requests', async () => {
  const { client, sizes } = hugeGroup({ pageMax: 1_000 });
  const onPart = () => undefined;
  // The first pages alone show how large a page may be: reading is then compared with looking up.
  const first = await readGroup(client, groupId(7), { onPart, most: 1_000 });
  expect(first).toMatchObject({ ok: true, value: { kind: 'large', count: 100_000, pages: 100 } });
  expect(sizes).toEqual([100, 200, 500, 1_000]);
  const whole = await readGroup(client, groupId(7), { onPart });
  expect(whole).toMatchObject({ ok: true, value: { kind: 'whole', count: 100_000, requests: 100 } });
  expect(sizes.length).toBeLessThanOrEqual(110);
});

/** [credentials in a page, how a larger one is refused, requests at first, and once it is known] */
test.each<[number, NonNullable<HugeGroup['tooLarge']>, number, number]>([
  [70, 'cut', 286, 286],
  [100, 'refused', 201, 200],
  [500, 'cut', 42, 40],
  [1_000, 'refused', 23, 20],
])(
  '20,000 credentials, %i in a page, larger ones %s: %i requests, then %i',
  async (pageMax, tooLarge, ...many) => {
    const { client, sizes } = hugeGroup({ pageMax, tooLarge, count: 20_000 });
    const requests: number[] = [];
    for (const before of [0, 1]) {
      const from = sizes.length;
      const reading = await readGroup(client, groupId(7), { onPart: () => undefined });
      expect(reading, `reading ${before}`).toMatchObject({
        ok: true,
        value: { kind: 'whole', count: 20_000 },
      });
      requests.push(sizes.length - from);
    }
    expect(requests).toEqual(many);
  },
);

describe('a refusal and the size', () => {
  /** [words, status, asked, smaller]: nothing is known of the host. */
  test.each<[string, PlatformProblem, number, number | null]>([
    ['a number that is named', refused('Page size is limited to 70'), 100, 70],
    ['a number beside the one that was asked for', refused('size 100 exceeds the maximum of 50'), 100, 50],
    ['no number', refused('Page size is too large'), 100, 50],
    ['two numbers', refused('size must be between 20 and 60'), 100, 50],
    ['one that makes no sense', refused('page size: at most 5'), 100, 50],
    ['one with a point', refused('page limit: 70.5 kB'), 100, 50],
    ['one of something else', refused('invalid query, see help 42'), 100, 50],
    ['422', refused('', 422), 100, 50],
    ['413', refused('', 413), 100, 50],
    ['half again', refused('', 422), 25, 12],
    ['no end of halves', refused('', 422), 12, null],
    // Other problems than the size
    ['forbidden', { code: 'forbidden', words: 'page size 70' }, 100, null],
    ['signed out', { code: 'signed-out', triedKey: true }, 100, null],
    ['too many requests', { code: 'throttled', retryAfterMs: 70 }, 100, null],
    ['a server error', { code: 'server-fault', status: 500, words: 'limit 70' }, 100, null],
    ['no answer', { code: 'unreachable' }, 100, null],
    ['405', refused('limited to 70', 405), 100, null],
    // Above what the host has given, any failure may be the size's
    ['a server error', { code: 'server-fault', status: 500, words: '' }, 200, 100],
    ['no answer', { code: 'unreachable' }, 500, 100],
    ['a number below what was given', refused('Page size is limited to 70'), 200, 100],
    ['a number above what was given', refused('Page size is limited to 150'), 200, 150],
  ])('%s', (_name, problem, asked, smaller) => {
    expect(createPageSize(clock.now).smaller(asked, problem)).toBe(smaller);
  });

  test('a size that was answered is not at fault, unless a number is named', () => {
    const size = createPageSize(clock.now);
    size.taken(100, null);
    expect(size.smaller(100, refused('recipient_email[in] has too many values'))).toBeNull();
    expect(size.smaller(100, refused('Page size is limited to 70'))).toBe(70);
  });
});

describe('the next size', () => {
  /** [the page before, credentials to come, the size to ask for] */
  test.each<[string, CamePage, number, number]>([
    ['a full page, much to come', { asked: 100, given: 100 }, 5_000, 200],
    ['a page that lacks a few', { asked: 100, given: 95 }, 5_000, 200],
    ['a full page, little to come', { asked: 100, given: 100 }, 999, 100],
    ['half a page', { asked: 100, given: 50 }, 5_000, 100],
    ['the last page', { asked: 100, given: 30 }, 0, 100],
    ['a page smaller than the known size', { asked: 60, given: 60 }, 5_000, 100],
  ])('after %s', async (_name, before, left, size) => {
    expect(await createPageSize(clock.now).next(before, left)).toBe(size);
  });

  test('a page that was cut ends the asking for more, and is remembered', async () => {
    const { storage, memory } = memoryOf();
    const size = createPageSize(clock.now, memory);
    await size.next({ asked: 100, given: 70 }, 5_000);
    expect(await size.next({ asked: 100, given: 100 }, 5_000)).toBe(100);
    expect(storage.kept).toEqual({ size: 100, isMost: true, at: clock.now() });
  });

  test('a lost connection at a larger page is not remembered', () => {
    const { storage, memory } = memoryOf();
    createPageSize(clock.now, memory).taken(100, { code: 'unreachable' });
    expect(storage.saves).toBe(0);
  });
});

describe('what is stored', () => {
  const at = clock.now();
  const DAY_MS = 24 * 60 * 60 * 1_000;
  test.each<[string, unknown, number]>([
    ['a size', { size: 500, isMost: true, at }, 500],
    ['a small one', { size: 70, isMost: true, at: at - 29 * DAY_MS }, 70],
    ['one of 30 days ago', { size: 70, isMost: true, at: at - 30 * DAY_MS }, 100],
    ['one of a clock that was set back', { size: 70, isMost: true, at: at + DAY_MS }, 100],
    ['nothing', undefined, 100],
    ['a text', 'x', 100],
    ['a huge size', { size: 1e9, isMost: true, at }, 100],
    ['a tiny size', { size: 1, isMost: true, at }, 100],
    ['no whole size', { size: 70.5, isMost: true, at }, 100],
    ['a size without a day', { size: 70, isMost: true }, 100],
  ])('%s', async (_name, kept, size) => {
    expect(await createPageSize(clock.now, memoryOf(kept).memory).next(null, 0)).toBe(size);
  });

  test('a storage that fails does no harm', async () => {
    const broken = () => Promise.reject(new Error('no'));
    const onFault = vi.fn();
    const size = createPageSize(
      clock.now,
      sureMemory({ load: broken, save: broken }, 'The page size', onFault),
    );
    size.taken(200, null);
    expect(await size.next(null, 0)).toBe(200);
    await calm();
    expect(onFault).toHaveBeenCalledTimes(2);
  });

  test('a size that shrank since is found out again', () => {
    const size = createPageSize(clock.now, memoryOf({ size: 1_000, isMost: true, at }).memory);
    expect(size.smaller(1_000, refused(''))).toBe(100);
  });
});
