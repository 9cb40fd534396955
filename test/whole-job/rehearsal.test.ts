import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../lib/secrets/sha256';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, writesOf } from '../platform/platform-watch';
import type { Switches } from '../platform/switches';

/* docs/rehearsal.md: the bytes of a rehearsal are those of the run, through the whole job. */

const generated = generateState({ credentials: 160, seed: 3, today: '2026-11-22' });
const group = generated.credentials.filter(({ group_id }) => group_id === MAIN_GROUP);
const people = group.slice(0, 6);
/** One has two custom attributes, of which one changes: both have to go along. */
const state = {
  ...generated,
  credentials: generated.credentials.map((one) =>
    one.id === at(people, 1).id
      ? { ...one, custom_attributes: { Location: 'Lima', Photo: 'https://photos.northfield.test/1.jpg' } }
      : one,
  ),
};

const HEADERS = [
  'Credential ID',
  'Recipient Name',
  'Grade',
  'Location',
  'Evidence URL 1',
  'Evidence Description 1',
];

/** Six rows: names, a grade that is cleared, locations, and evidence. */
function sheetOfAll(): string {
  return sheetText([
    HEADERS,
    ...people.map(({ id, recipient, grade }, nth) => [
      String(id),
      nth === 3 ? recipient.name : `${recipient.name} Fox`,
      nth === 2 ? '' : nth === 4 ? 'Merit' : (grade ?? 'Pass'),
      nth < 2 || nth === 5 ? `Quito ${nth}` : '',
      nth === 3 || nth === 5 ? `https://portfolio.northfield.test/new/${nth}` : '',
      nth === 5 ? 'Thesis – final' : '',
    ]),
  ]);
}

interface Line {
  readonly row: number;
  readonly credential: string;
  readonly does: string;
  readonly only?: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
}
type Sent = readonly [method: string, url: string, body: string];

/** Rehearses an update, and then does it. */
async function rehearsedJob(switches: Partial<Switches>, sheet = sheetOfAll()) {
  const sent: Sent[] = [];
  const job = await jobOverPlatform({
    state,
    switches,
    async onRequest(request) {
      const isWrite = request.method !== 'GET' && !request.url.endsWith('/search');
      if (isWrite && request.url.includes('/v1/credentials/'))
        sent.push([request.method, request.url, await request.clone().text()]);
    },
  });
  await job.open(sheet);
  if (sheet.includes('Grade')) job.assign({ Grade: { attribute: 'Grade', blank: 'clear' } });
  const { session, standIn } = job;
  await job.review();
  for (const { severity, code } of reviewOf(job).summary.groups)
    if (severity === 'warning') await session.review.decide({ kind: 'confirm', code, confirmed: true });
  await session.confirm();
  const from = standIn.log.length;
  const made = await session.rehearse(() => {});
  if (made?.ok !== true) throw new Error(JSON.stringify(made));
  expect(writesOf(standIn, from), 'a rehearsal writes nothing').toEqual([]);
  const runs = await job.journal.listRuns();
  expect(runs, 'and stores nothing').toEqual([]);
  const [head = '', ...lines] = new TextDecoder().decode(made.value.bytes).trimEnd().split('\n');
  const requests = lines.map((line) => JSON.parse(line) as Line);
  void session.updateNow();
  const entries = await job.end();
  return {
    made: made.value,
    head: JSON.parse(head) as Record<string, unknown>,
    lines,
    requests,
    sent,
    entries,
    job,
  };
}

function reviewOf({ session }: Awaited<ReturnType<typeof jobOverPlatform>>) {
  const phase = session.review.phase.peek();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  return phase.state;
}

/** The writes of each credential, in the order of their first ones: four are written at once. */
function byCredential(sent: readonly Sent[]): ReadonlyMap<string, readonly Sent[]> {
  const groups = new Map<string, Sent[]>();
  for (const one of sent) {
    const credential = /credentials\/(\w+)/.exec(one[1])?.[1] ?? '';
    groups.set(credential, [...(groups.get(credential) ?? []), one]);
  }
  return groups;
}

const expectedOf = (requests: readonly Line[], holds: readonly string[]): readonly Sent[] =>
  requests.flatMap(({ does, only, method, url, body }): readonly Sent[] =>
    does === 'write' && (only === undefined || holds.includes(only)) ? [[method, url, body ?? '']] : [],
  );

describe('the bytes are those of the run', () => {
  test.each<[string, Partial<Switches>, readonly string[]]>([
    ['as the platform probably is', {}, []],
    ['where null clears nothing', { clear: 'empty-string' }, ['null-clears-nothing']],
    ['where a write has an empty answer', { 'put-answer': 'empty' }, []],
    ['where custom attributes are merged', { 'custom-attributes': 'merged' }, []],
  ])('%s', async (_name, switches, holds) => {
    const { requests, sent, entries } = await rehearsedJob(switches);
    const expected = expectedOf(requests, holds);
    expect(byCredential(sent)).toEqual(byCredential(expected));
    expect([...byCredential(sent).keys()]).toEqual([...byCredential(expected).keys()]);
    expect(entries.map(({ state: { kind } }) => kind)).toEqual(people.map(() => 'applied'));
    expect(sent.some(([, , body]) => body.includes('northfield.test/1.jpg'))).toBe(true);
  });

  test('also in a long run, whose credentials are read together', async () => {
    const sheet = sheetText([
      ['Credential ID', 'Recipient Name'],
      ...group.map(({ id, recipient }) => [String(id), `${recipient.name} Fox`]),
    ]);
    const { requests, sent, head } = await rehearsedJob({}, sheet);
    expect(byCredential(sent)).toEqual(byCredential(expectedOf(requests, [])));
    expect(group.length).toBeGreaterThan(100);
    expect(head).toMatchObject({ changes: group.length, writes: group.length, readsTogether: true });
  });
});

test('the first line has the hashes and the counts, and the answer has the same', async () => {
  const { made, head, lines } = await rehearsedJob({});
  const rest = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  expect(head).toMatchObject({
    ...{ format: 'update-credentials-rehearsal', version: 1, environment: 'production', changes: 6 },
    changesSha256: made.list,
    requestsSha256: await sha256Of(rest),
    inDoubt: [
      { way: 'grade', rows: made.inDoubt[0]?.rows, known: null },
      { way: 'clear', rows: 1, known: null },
    ],
  });
  expect(made.sha256).toBe(await sha256Of(new Uint8Array(made.bytes)));
  expect(made.list).toMatch(/^[\da-f]{64}$/);
});

test('the readings that are listed are made by the run', async () => {
  const { requests, job } = await rehearsedJob({ 'put-answer': 'empty' });
  const asked = job.standIn.log.filter(({ method, part }) => method === 'GET' && part === 'api');
  for (const { credential } of requests.filter(({ does }) => does === 'read'))
    expect(asked.some(({ path }) => path === `/v1/credentials/${credential}`)).toBe(true);
});
