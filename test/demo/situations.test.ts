import { describe, expect, test } from 'vitest';
import { fileOf, jobOverPlatform } from '../fakes/job-over-platform';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { dayOf } from '../platform/rules/days';
import { SITUATIONS } from './situations/all';

/*
 * Each situation shows what its text promises: its sheet goes through the whole job, without a
 * browser.
 */

const TODAY = dayOf(Date.now());

/** Decisions that a situation's text asks for. */
type Decisions = Parameters<Awaited<ReturnType<typeof jobOverPlatform>>['assign']>[0];

interface Case {
  readonly id: string;
  readonly decisions?: Decisions;
  readonly summary: Readonly<Record<string, unknown>>;
  readonly kinds?: readonly string[];
  /** Credentials, where those of the situation are too many for a quick test. */
  readonly size?: number;
}

const REVIEWED: readonly Case[] = [
  {
    id: 'corrections',
    decisions: {
      'Valid until': { attribute: 'Expiry Date', dateFormat: 'day-month-year' },
      Result: { attribute: 'Grade' },
      City: { attribute: 'Location', blank: 'clear' },
    },
    summary: { rows: 51 },
    kinds: ['name-change', 'email-change', 'renewal', 'no-match', 'repeated', 'bad-date', 'value-cleared'],
  },
  { id: 'crm-export', summary: { rows: 60, withErrors: 0, notMatched: 0 }, kinds: ['name-change'] },
  { id: 'renewals', summary: { withErrors: 0, unchanged: 0 }, kinds: ['renewal'] },
  { id: 'shifted-column', summary: { rows: 60, withErrors: 0 }, kinds: ['names-shifted'] },
  { id: 'conflicts', summary: { rows: 40, toUpdate: 40 } },
  { id: 'large', summary: { rows: 1600, toUpdate: 2, withErrors: 0 }, size: 1600 },
  { id: 'trouble', summary: { rows: 40, toUpdate: 40 } },
  { id: 'signed-out', summary: { rows: 40, toUpdate: 40 } },
  { id: 'api-key', summary: { rows: 40, toUpdate: 40 } },
];

describe('the sheet of each situation', () => {
  test.each(REVIEWED)('$id', async ({ id, decisions = {}, summary, kinds = [], size }) => {
    const situation = SITUATIONS.find((of) => of.id === id);
    if (situation?.sheet === null || situation === undefined) throw new Error(`${id} has no sheet`);
    const credentials = size ?? situation.options.generate ?? 0;
    const state = generateState({ credentials, seed: 1, today: TODAY });
    const bytes = situation.sheet.bytesOf({
      credentials: state.credentials,
      group: MAIN_GROUP,
      today: TODAY,
    });
    const job = await jobOverPlatform({ state });
    await job.open(fileOf(situation.sheet.name, bytes));
    job.assign(decisions);
    if (id !== 'corrections') {
      const open = Object.entries(job.targets()).filter(([, target]) => target === 'undecided');
      expect(open.map(([header]) => header)).toEqual(id === 'renewals' ? ['Present expiry'] : []);
    }
    job.session.assign.skipTheRest();
    const reviewed = (await job.review()).summary;
    expect(reviewed).toMatchObject(summary);
    expect(reviewed.groups.map(({ code }) => code)).toEqual(expect.arrayContaining([...kinds]));
  });

  test('is tried for every situation that has one', () => {
    const withSheet = SITUATIONS.filter(({ sheet }) => sheet !== null).map(({ id }) => id);
    expect(REVIEWED.map(({ id }) => id)).toEqual(withSheet);
  });
});
