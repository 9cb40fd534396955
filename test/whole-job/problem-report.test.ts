import { beforeAll, describe, expect, test } from 'vitest';
import { groupId } from '../../lib/credential/ids';
import type { PageFacts } from '../../lib/report/problem/page-facts';
import { panelFacts } from '../../lib/session/panel-facts';
import { disguisedIn, disguisesOf } from '../fakes/disguises';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { must } from '../platform/parsed';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { parseState } from '../platform/state/state-file';
import { credentialFields } from '../platform/test-state';
import { at } from '../platform/platform-watch';

/*
 * docs/privacy.md, Report of a problem: nothing of a sheet, a group, an account or a key is in it,
 * in whatever form. A whole job over a group that is made of canaries, reported at each step.
 */

const PAGE = { environment: 'production', groupId: groupId(730_051) } as const;
const HEADERS = ['Kestrelkey', 'Wrenheader Recipient', 'Finchgrade', 'Ospreyskipped', 'Ordnance Locker'];
const ROWS = Array.from({ length: 9 }, (_, row) => ({
  id: 91_504_407 + 13 * row,
  name: `Thessaly${row} Vantongeren${row}`,
  email: `larkmail${row}@plovermail.test`,
  newName: `Thessaly${row} ${row === 0 ? 'Marchbanks' : 'Vantongeren'}${row}`,
  grade: `Cormorant${row}`,
  newGrade: `Petrel${row}`,
  skipped: `Gannet${row} Shearwater${row}`,
  locker: `Dunlin${row}`,
  newLocker: `Whimbrel${row}`,
}));

const STATE = must(
  parseState({
    issuer: {
      id: 880_077,
      name: 'Quillbrook Academy',
      email: 'owner@quillbrook.test',
      certificate_left: 4_177,
    },
    groups: [
      {
        id: 730_051,
        name: 'Marrowstone Freediving',
        course_name: 'Bellweather Certificate',
        department_id: 71,
        created_at: '2026-01-10T08:00:00.000Z',
        updated_at: '2026-01-10T08:00:00.000Z',
      },
    ],
    attribute_keys: [{ id: 1, name: 'Ordnance Locker', kind: 'text', department_id: 71 }],
    credentials: ROWS.map(({ id, name, email, grade, locker }) =>
      credentialFields(id, {
        group_id: 730_051,
        recipient: { name, email },
        grade,
        custom_attributes: { 'Ordnance Locker': locker },
      }),
    ),
  }),
);

const CANARIES = [
  ...ROWS.flatMap(({ id, ...texts }) => [String(id), ...Object.values(texts)]),
  ...HEADERS,
  ...['Quillbrook Academy', 'owner@quillbrook.test', 'Marrowstone Freediving', 'Bellweather Certificate'],
  ...['880077', '730051', ACCOUNT_KEY, 'sandpiper-list.csv', 'Godwit words of the platform'],
  ...['Turnstone', 'Avocet', 'Bitternfind'],
];

type Job = Awaited<ReturnType<typeof jobOverPlatform>>;

async function reportOf(job: Job): Promise<string> {
  const page: PageFacts = {
    page: 'panel',
    language: 'en',
    openForMs: 1_000,
    faults: ['panel-Bx3.js:1:2345'],
    panel: panelFacts(job.session),
  };
  const answer = await job.say({ kind: 'report-problem', page });
  if (!answer.ok) throw new Error('no report');
  return answer.value;
}

describe('a report of a problem', () => {
  /** By the step at which it was written. */
  const reports = new Map<string, string>();

  beforeAll(async () => {
    const job = await jobOverPlatform({
      state: STATE,
      page: PAGE,
      signedIn: false,
      key: ACCOUNT_KEY,
      policy: { neverChange: ['custom:Avocet'], mostRows: 500, Turnstone: true },
    });
    const note = async (step: string) => void reports.set(step, await reportOf(job));
    await note('connected');
    await job.session.file.open(fileOf('sandpiper-list.csv', '\u0000Gannet0 Shearwater0\u0001\u0000'));
    await note('a file that is none');
    const cells = ROWS.map((row) => [String(row.id), row.newName, row.newGrade, row.skipped, row.newLocker]);
    await job.open(
      fileOf('sandpiper-list.csv', sheetText([HEADERS, ...cells, ['91509999', 'Isolde0', 'x', '', '']])),
    );
    job.assign(
      {
        Kestrelkey: { attribute: 'Credential ID' },
        'Wrenheader Recipient': { attribute: 'Recipient Name' },
        Finchgrade: { attribute: 'Grade' },
        'Ordnance Locker': { attribute: 'Ordnance Locker' },
      },
      'Credential ID',
    );
    job.session.assign.setRule({
      attribute: 'description',
      rule: { kind: 'replace', find: 'Bitternfind', by: 'Turnstone', wholeValue: false },
      condition: null,
    });
    await note('assigned');
    await job.review();
    await note('reviewed');
    job.standIn.setFaults(['422:method=PUT']);
    await job.begin();
    await note('confirmed');
    await job.until(() => job.session.run.phase.peek().kind !== 'preparing', 'begun');
    await note('running');
    await job.end();
    await note('over');
    await job.session.history.open();
    await note('history');
  });

  test('holds no canary, in no form', () => {
    expect(reports.size).toBe(8);
    for (const [step, text] of reports) expect(disguisedIn(text, CANARIES), step).toEqual([]);
  });

  test('is plain ASCII: no text of anybody is in it', () => {
    for (const text of reports.values()) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('says what is needed to find the problem', () => {
    const over = JSON.parse(at([...reports.values()], 6)) as Record<string, unknown>;
    expect(over).toMatchObject({
      keys: { production: 'session', eu: 'nowhere' },
      policy: { set: ['neverChange', 'mostRows'], unreadable: [] },
      journal: { problem: null, runs: 1 },
      runs: [{ environment: 'production', source: 'file', changes: 1, counts: { planned: 0 } }],
      page: {
        faults: ['panel-Bx3.js:1:2345'],
        panel: { step: 'update', format: 'csv', rows: 10, columns: 1 },
      },
    });
    expect(reports.get('a file that is none')).toContain('"not-a-spreadsheet"');
    expect(reports.get('reviewed')).toContain('"no-match"');
    const { page } = JSON.parse(reports.get('reviewed') ?? '') as { page: PageFacts };
    expect(page.panel).toMatchObject({
      step: 'review',
      credentials: 1,
      inTheWay: expect.any(Array) as unknown,
    });
  });

  test('a leak of any of them would be seen, in every form', () => {
    for (const canary of CANARIES) {
      const forms = disguisesOf(canary);
      expect(disguisedIn(`{ "step": "${forms.join('", "')}" }`, [canary]).length).toBe(forms.length);
    }
    const inBase64 = Buffer.from('..Petrel0..').toString('base64');
    expect(disguisedIn(inBase64, ['Petrel0'])).not.toEqual([]);
  });
});
