import { expect, test } from 'vitest';
import type { Credential } from '../../../lib/credential/credential';
import { groupId } from '../../../lib/credential/ids';
import { createClient } from '../../../lib/platform/client';
import { createGroupReader } from '../../../lib/platform/held-group';
import { createPace } from '../../../lib/platform/pace';
import { createPageSize } from '../../../lib/platform/page-size';
import { createStandIn, type StandIn } from '../../platform/stand-in';
import { ACCOUNT_KEY } from '../../platform/stand-in-options';
import { testClock } from '../../platform/test-clock';
import { credentialFields, smallState } from '../../platform/test-state';

const COUNT = 1_450;
const PAGES = 15;
const HOUR_MS = 60 * 60 * 1_000;

function start(count = COUNT) {
  const clock = testClock();
  const own = Array.from({ length: count }, (_, at) => credentialFields(1_000 + at));
  const standIn = createStandIn({ state: smallState(own), ...clock, rate: 0 });
  /** Answers in place of the stand-in's, by the number of the request. */
  const answers = new Map<number, Response>();
  let requests = 0;
  const client = createClient({
    ...clock,
    random: () => 0,
    pace: createPace(clock),
    pageSize: createPageSize(clock.now),
    environment: 'production',
    authorization: { kind: 'key', key: ACCOUNT_KEY },
    fetch: (url, init) => {
      requests += 1;
      return Promise.resolve(answers.get(requests) ?? standIn.fetch(new Request(url, init)));
    },
  });
  const reader = createGroupReader(clock.now);
  const read = async (account = '9', most?: number) => {
    const before = requests;
    const found = new Map<string, Credential>();
    let loaded = 0;
    const reading = await reader.read(
      { client, account, group: groupId(1) },
      {
        onPart(part) {
          for (const credential of part.credentials) found.set(credential.id, credential);
          expect(part.loaded).toBeGreaterThanOrEqual(loaded);
          expect(part.total).toBeGreaterThanOrEqual(part.loaded);
          loaded = part.loaded;
        },
        ...(most !== undefined && { most }),
      },
    );
    return { reading, found, requests: requests - before };
  };
  return { clock, standIn, answers, reader, read };
}

const whole = { ok: true, value: { kind: 'whole', count: COUNT } };

test('read again: what changed since, and the count', async () => {
  const { clock, standIn, read } = start();
  expect((await read()).requests).toBe(PAGES);
  clock.advance(10 * 60 * 1_000);
  standIn.edit('1007', { recipient: { name: 'Married' } });
  const again = await read();
  expect(again.reading).toMatchObject(whole);
  expect(again.requests).toBe(2);
  expect(again.found.size).toBe(COUNT);
  expect(again.found.get('1007')?.recipientName).toBe('Married');
});

test('a panel that asks for the first page alone gets all of it', async () => {
  const { read } = start();
  await read();
  const first = await read('9', 1_000);
  expect(first.reading).toMatchObject(whole);
  expect(first.found.size).toBe(COUNT);
});

/** [what happens between, the requests of the second reading] */
test.each<[string, (of: ReturnType<typeof start>) => void, string, number]>([
  ['nothing', () => undefined, '9', 2],
  ['one moved away', ({ standIn }) => move(standIn, 1), '9', 1 + 2 + 14],
  ['more than half of it changed', ({ standIn }) => rename(standIn, 800), '9', 1 + PAGES],
  ['another account', () => undefined, '10', PAGES],
  ['it was forgotten', ({ reader }) => reader.forget(), '9', PAGES],
  ['59 minutes', ({ clock }) => clock.advance(HOUR_MS - 60_000), '9', 2],
  ['an hour', ({ clock }) => clock.advance(HOUR_MS), '9', PAGES],
  ['the clock was set back a day', ({ clock }) => clock.set(-24 * HOUR_MS), '9', 2],
])('read again after %s', async (_name, happens, account, requests) => {
  const world = start(_name === 'one moved away' ? 1_401 : COUNT);
  await world.read();
  happens(world);
  const again = await world.read(account);
  expect(again.reading).toMatchObject({ ok: true, value: { kind: 'whole', count: again.found.size } });
  expect(again.found.size).toBe(_name === 'one moved away' ? 1_400 : COUNT);
  expect(again.requests).toBeLessThanOrEqual(requests);
});

function move(standIn: StandIn, count: number): void {
  for (let at = 0; at < count; at += 1)
    expect(standIn.edit(String(1_000 + at), { group_id: 2 }).ok).toBe(true);
}

function rename(standIn: StandIn, count: number): void {
  for (let at = 0; at < count; at += 1) standIn.edit(String(1_000 + at), { recipient: { name: 'New' } });
}

test('a reading that was signed out goes on where it was', async () => {
  const { answers, read } = start();
  answers.set(12, new Response('HTTP Token: Access denied.', { status: 401 }));
  const first = await read();
  expect(first.reading).toMatchObject({ ok: false, problem: { code: 'signed-out' } });
  expect(first.requests).toBe(12);
  const second = await read();
  expect(second.reading).toMatchObject(whole);
  expect(second.found.size).toBe(COUNT);
  expect(second.requests).toBe(PAGES - 11);
});

test('where its cursor is not valid any more, it begins again', async () => {
  const { answers, read } = start();
  answers.set(12, new Response('HTTP Token: Access denied.', { status: 401 }));
  await read();
  const invalid = { code: 400, message: 'Page cursor is not valid', status: 'invalid_search_query' };
  answers.set(13, Response.json(invalid, { status: 400 }));
  const second = await read();
  expect(second.reading).toMatchObject(whole);
  expect(second.found.size).toBe(COUNT);
  expect(second.requests).toBe(1 + PAGES);
});

test('a reading that was interrupted at its beginning begins again', async () => {
  const { answers, read } = start();
  answers.set(3, new Response('HTTP Token: Access denied.', { status: 401 }));
  await read();
  expect((await read()).requests).toBe(PAGES);
});

test('a small group is not held', async () => {
  const { read } = start(1_000);
  expect([(await read()).requests, (await read()).requests]).toEqual([10, 10]);
});
