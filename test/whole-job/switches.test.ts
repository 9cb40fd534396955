import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../lib/journal/entry';
import { exportColumns, exportSheet } from '../fakes/export-sheet';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { variedState } from '../fakes/varied-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, expectState, groupOf, putsOf, writesOf, type WantedFields } from '../platform/platform-watch';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { parseSwitch, SWITCH_NAMES, SWITCHES, type SwitchName, type Switches } from '../platform/switches';

/*
 * What nobody knows of the platform, both ways ("?" in docs/platform.md). In each position an
 * export of the group that is opened again unchanged changes nothing, and a small run of every kind
 * of write ends as it should. (Every switch at its preset, in the browser:
 * test/e2e/preset.spec.ts.)
 */

/** Longer than a run takes from writing to reading back. */
const LAG = '2000';

/** Numbers that matter for a group of twelve. */
const NUMBERS: Readonly<Partial<Record<SwitchName, readonly string[]>>> = {
  'page-size': ['5'],
  'page-max': ['3'],
  'search-lag': [LAG],
  'public-lag': ['5000'],
  'public-stale': ['2'],
};

/** Small pages, so that the reading of twelve goes through several, by cursor. */
const MORE: Readonly<Partial<Record<SwitchName, Partial<Switches>>>> = {
  'cursor-end': { 'page-max': 4 },
  count: { 'page-max': 4 },
};

/**
 * The positions to try. The presets of all switches together are one; beside other pages they are
 * tried again.
 */
function positionsOf(name: SwitchName): readonly string[] {
  const { values, preset } = SWITCHES[name];
  if (values === 'number') return NUMBERS[name] ?? []; // a number that nobody has chosen is found below
  return values.filter((value) => value !== preset || MORE[name] !== undefined);
}

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

function startJob(switches: Partial<Switches>): Promise<Job> {
  const state = variedState('2026-11-22');
  // The session is refused in some of the positions; then the key does the job.
  const needsKey = switches.session !== undefined && switches.session !== 'taken';
  return jobOverPlatform({ state, switches, ...(needsKey && { key: ACCOUNT_KEY }) });
}

async function expectUntouchedExport(job: Job): Promise<void> {
  const { standIn, session } = job;
  const state = standIn.state();
  const from = standIn.log.length;
  await job.open(exportSheet(state, MAIN_GROUP));
  job.assign(Object.fromEntries(exportColumns(state).map((name) => [name, { attribute: name }])));
  const { summary, obstacles } = await job.review();
  expect(summary).toMatchObject({
    rows: 12,
    toUpdate: 0,
    unchanged: 12,
    withWarnings: 0,
    withErrors: 0,
    notMatched: 0,
    excluded: 0,
    creditsAtMost: 0,
  });
  expect(obstacles).toEqual([{ code: 'nothing-to-update' }]);
  expect(writesOf(standIn, from)).toEqual([]);
  expect(standIn.state()).toEqual(state);
  session.startOver();
}

const HEADERS = ['Grade', 'Location', 'Expiry Date', 'Recipient Phone', 'Private', 'Evidence URL 1'] as const;
const SAME: readonly string[] = ['A', 'Leeds', '2090-01-31', '+442079460000', 'no', ''];
const with_ = (index: number, value: string) => SAME.with(index, value);
const LINK = 'https://portfolio.northfield.test/new';

/** The address of the public page is kept where it is on a domain of its own. */
function withoutUrl(state: EntryState): EntryState {
  if (!('url' in state)) return state;
  const { url: _url, ...rest } = state;
  return rest;
}

/** Gives five credentials something to be changed, and answers their ids. */
function prepareFive({ standIn }: Job): readonly [number, number, number, number, number] {
  const ids = groupOf(standIn.state(), MAIN_GROUP)
    .slice(5, 10)
    .map(({ id }) => id);
  for (const id of ids) {
    const edited = standIn.edit(String(id), {
      grade: 'A',
      private: false,
      expired_on: '2090-01-31',
      custom_attributes: {
        Location: 'Leeds',
        'Course End': '2025-03-04',
        'Manager Email': 'lead1@example.com',
      },
      recipient: { phone_number: '+442079460000' },
    });
    expect(edited).toMatchObject({ ok: true });
  }
  return [at(ids, 0), at(ids, 1), at(ids, 2), at(ids, 3), at(ids, 4)];
}

/**
 * Writes of every kind, on five credentials. `lag`: from the run on, because what was just prepared
 * has to be seen.
 */
async function expectSmallRun(job: Job, position: string, lag: string | null): Promise<void> {
  const { standIn } = job;
  const ids = prepareFive(job);
  const [graded, located, cleared, hidden, evidenced] = ids;
  if (lag !== null) expect(standIn.setSwitch('search-lag', lag)).toMatchObject({ ok: true });
  const before = standIn.state();
  const rows = [
    [String(graded), ...with_(0, 'Merit')],
    [String(located), ...with_(1, 'Genève')],
    [String(cleared), '', '', '', '', 'no', ''],
    [String(hidden), ...with_(4, 'yes')],
    [String(evidenced), ...with_(5, LINK)],
  ];
  const from = standIn.log.length;
  await job.open(sheetText([['Credential ID', ...HEADERS], ...rows]));
  job.assign({
    Grade: { attribute: 'Grade', blank: 'clear' },
    Location: { attribute: 'Location', blank: 'clear' },
    'Expiry Date': { attribute: 'Expiry Date', blank: 'clear' },
    'Recipient Phone': { attribute: 'Recipient Phone', blank: 'clear' },
    Private: { attribute: 'Private' },
    'Evidence URL 1': { attribute: 'Evidence URL 1' },
  });
  expect((await job.review()).summary).toMatchObject({ rows: 5, toUpdate: 5, withErrors: 0 });
  const entries = await job.update();

  const isGradeTaken = position !== 'grade=ignored';
  const isPrivateTaken = position === 'private=taken';
  const left = new Map<number, readonly string[]>([
    ...(isGradeTaken ? [] : [graded, cleared].map((id) => [id, ['grade']] as const)),
    ...(isPrivateTaken ? [] : [[hidden, ['private']] as const]),
  ]);
  expect(new Map(entries.map(({ credential, state }) => [Number(credential), withoutUrl(state)]))).toEqual(
    new Map(
      ids.map((id) => {
        const fields = left.get(id);
        return [id, fields === undefined ? { kind: 'applied' } : { kind: 'not-applied', fields }];
      }),
    ),
  );

  const after = standIn.state();
  const credentialOf = (state: typeof before, wanted: number) =>
    at(
      state.credentials.filter(({ id }) => id === wanted),
      0,
    );
  const evidenceOf = (state: typeof before) => credentialOf(state, evidenced).evidence_items;
  expect(evidenceOf(after).slice(0, -1)).toEqual(evidenceOf(before));
  expect(evidenceOf(after).at(-1)).toMatchObject({ link_url: LINK });
  const customOf = (id: number) => credentialOf(before, id).custom_attributes;
  const without = Object.entries(customOf(cleared)).filter(([name]) => name !== 'Location');
  const wanted = new Map<number, WantedFields>([
    [graded, isGradeTaken ? { grade: 'Merit' } : {}],
    [located, { custom_attributes: { ...customOf(located), Location: 'Genève' } }],
    [
      cleared,
      {
        expired_on: null,
        custom_attributes: Object.fromEntries(without),
        recipient: { phone_number: null },
        ...(isGradeTaken ? { grade: null } : {}),
      },
    ],
    [hidden, isPrivateTaken ? { private: true } : {}],
    [evidenced, { evidence_items: evidenceOf(after) }],
  ]);
  // The expiry that is taken away leaves its billing year, where credits are counted by years.
  expectState(after, before, wanted, position.startsWith('billing-year=') ? 1 : 0);
  // Only where null did not clear was it tried a second time, as "".
  const times = new Map([graded, located, cleared, hidden].map((id) => [String(id), 1]));
  if (position === 'clear=empty-string' || !isGradeTaken) times.set(String(cleared), 2);
  const counted = new Map<string, number>();
  for (const { id } of putsOf(standIn, from)) counted.set(id, (counted.get(id) ?? 0) + 1); // 0: the first
  expect(counted).toEqual(times);
  job.session.startOver();
}

test('no switch is left out', () => {
  expect(SWITCH_NAMES.filter((name) => positionsOf(name).length === 0)).toEqual([]);
});

describe.each(
  SWITCH_NAMES.flatMap((name) => positionsOf(name).map((value): [SwitchName, string] => [name, value])),
)('%s=%s', (name, value) => {
  const isLag = name === 'search-lag' || name === 'search-order';
  const read = parseSwitch(name, value);
  const switches = { ...MORE[name], ...(read.ok && name !== 'search-lag' && read.value) };
  const lagging: Partial<Switches> = { ...switches, 'search-lag': Number(LAG) };

  test('an export that is opened again changes nothing', async () => {
    expect(read).toMatchObject({ ok: true });
    const job = await startJob(isLag ? lagging : switches);
    await expectUntouchedExport(job);
    expect(job.faults).toEqual([]);
  });

  test('every kind of write ends as it should, and its result exported changes nothing', async () => {
    const job = await startJob(switches);
    await expectSmallRun(job, `${name}=${value}`, isLag ? LAG : null);
    // Lagging data is not to be seen yet.
    if (!isLag) await expectUntouchedExport(job);
    expect(job.faults).toEqual([]);
  });
});
