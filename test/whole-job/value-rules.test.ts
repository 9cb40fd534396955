import { expect, test } from 'vitest';
import type { AttributeRule, ExtendRule } from '../../lib/assign/choice/value-rule';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { renewalState } from '../fakes/renewal-state';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf, putsOf } from '../platform/platform-watch';

/*
 * docs/product.md 2.3, value rules: a group is renewed by a rule, with a sheet or without one. The
 * same review, warnings, journal and run. Today is 2026-11-22.
 */

const TWO_YEARS: ExtendRule = {
  kind: 'extend',
  count: 2,
  unit: 'year',
  from: 'expiry',
  lapsed: 'from-today',
  without: 'keep',
  end: 'day',
  evenIfLong: false,
};
const RENEW: AttributeRule = { attribute: 'expiry-date', rule: TWO_YEARS, condition: null };

const GROUP = [
  { expired_on: '2027-03-31' },
  { expired_on: '2026-11-21' },
  { expired_on: '2030-01-01' },
  { expired_on: null },
  { expired_on: '2026-11-22' },
];

async function wholeGroup(job: Awaited<ReturnType<typeof jobOverPlatform>>) {
  const { session } = job;
  const before = session.assign.state.peek();
  await session.withoutSheet('Whole group');
  await job.until(() => {
    const state = session.assign.state.peek();
    return state !== null && state !== before && session.assign.report.peek() !== null;
  }, 'in Assign with the whole group');
}

test('renews a whole group without a sheet, and nothing the second time', async () => {
  const job = await jobOverPlatform({ state: renewalState(GROUP) });
  const { standIn, session } = job;
  await wholeGroup(job);
  expect(session.step.peek()).toBe('assign');
  expect(session.assign.problems.peek().map(({ code }) => code)).toEqual(['nothing-to-update']);
  session.assign.setRule(RENEW);
  const { summary } = await job.review();
  expect(summary).toMatchObject({ rows: 5, toUpdate: 3, unchanged: 2, creditsAtMost: 3 });
  expect(summary.kept).toEqual({ count: 2, attributes: ['expiry-date'] });
  expect(summary.groups).toContainEqual(expect.objectContaining({ code: 'renewal', count: 2 }));
  expect(summary.groups).toContainEqual(expect.objectContaining({ code: 'expiry-outside-year', count: 1 }));

  session.review.setFilter({ kind: 'all' });
  session.review.showRows(0, 10);
  await job.until(() => session.review.window.peek()?.total === 5, 'all rows are shown');
  const shown = session.review.window.peek()?.rows ?? [];
  expect(shown.map(({ cells }) => [cells[0]?.after, cells[0]?.outcome, cells[0]?.branch])).toEqual([
    ['2029-03-31', 'changed', 'from-expiry'],
    ['2028-11-22', 'changed', 'from-today-lapsed'],
    ['2030-01-01', 'kept-by-value-rule', 'kept-long'],
    [null, 'kept-by-value-rule', 'kept-without'],
    ['2028-11-22', 'changed', 'from-expiry'],
  ]);

  const entries = await job.update();
  expect(entries.map(({ state }) => state.kind)).toEqual(['applied', 'applied', 'applied']);
  const days = () => groupOf(standIn.state(), MAIN_GROUP).map(({ expired_on }) => expired_on);
  expect(days()).toEqual(['2029-03-31', '2028-11-22', '2030-01-01', null, '2028-11-22']);
  // Only the expiry is sent, once for each.
  expect(putsOf(standIn).map(({ body }) => Object.keys((body as { credential: object }).credential))).toEqual(
    Array.from({ length: 3 }, () => ['expired_on']),
  );
  const result = new TextDecoder().decode(await resultText(job));
  expect(result).toContain('Expiry Date');

  session.startOver();
  await wholeGroup(job);
  await job.until(() => session.assign.state.peek()?.assignment.rules !== undefined, 'remembered');
  expect(session.assign.state.peek()?.assignment.rules).toEqual([RENEW]);
  const again = await job.review();
  expect(again.summary).toMatchObject({ toUpdate: 0, unchanged: 5, creditsAtMost: 0 });
});

async function resultText(job: Awaited<ReturnType<typeof jobOverPlatform>>) {
  job.session.chooseResultFormat('csv');
  return job.resultFile('all');
}

test('renews the rows of a sheet where a condition on a column holds', async () => {
  const job = await jobOverPlatform({ state: renewalState(GROUP) });
  const { standIn, session } = job;
  const group = groupOf(standIn.state(), MAIN_GROUP);
  const ids = group.map(({ id }) => String(id));
  await job.open(
    sheetText([
      ['Credential ID', 'CE hours done'],
      [at(ids, 0), '40'],
      [at(ids, 1), '12'],
      [at(ids, 4), 'enough'],
    ]),
  );
  const hours = session.assign.state.peek()?.table.columns[1]?.column ?? -1;
  session.assign.setRule({
    ...RENEW,
    rule: { ...TWO_YEARS, end: 'year' },
    condition: { of: { kind: 'column', column: hours }, is: 'at-least', than: '30' },
  });
  const { summary } = await job.review();
  expect(summary).toMatchObject({ rows: 3, toUpdate: 1, unchanged: 2, creditsAtMost: 1 });
  session.review.setFilter({ kind: 'kept' });
  session.review.showRows(0, 10);
  await job.until(() => session.review.window.peek()?.total === 2, 'kept rows are shown');
  const shown = session.review.window.peek()?.rows ?? [];
  expect(shown.map(({ cells }) => cells[0]?.branch)).toEqual(['condition-not-met', 'condition-unreadable']);
  await job.update();
  const days = groupOf(standIn.state(), MAIN_GROUP).map(({ expired_on }) => expired_on);
  expect(days).toEqual(['2029-12-31', '2026-11-21', '2030-01-01', null, '2026-11-22']);
});

test('a value typed over a rule is sent in its place', async () => {
  const job = await jobOverPlatform({ state: renewalState(GROUP) });
  const { standIn, session } = job;
  await wholeGroup(job);
  session.assign.setRule(RENEW);
  await job.review();
  await session.review.decide({ kind: 'edit', row: 2, attribute: 'expiry-date', text: '2027-06-30' });
  await session.review.decide({ kind: 'exclude', rows: [3], excluded: true });
  const { summary } = await job.review();
  expect(summary).toMatchObject({ toUpdate: 2, excluded: 1 });
  await job.update();
  const days = groupOf(standIn.state(), MAIN_GROUP).map(({ expired_on }) => expired_on);
  expect(days).toEqual(['2027-06-30', '2026-11-21', '2030-01-01', null, '2028-11-22']);
});

test('a condition on what the platform has, and a rule about texts', async () => {
  const job = await jobOverPlatform({
    state: renewalState([{ grade: 'pass' }, { grade: 'PASS' }, { grade: null }, { grade: 'Fail' }]),
  });
  const { standIn, session } = job;
  await wholeGroup(job);
  session.assign.setRule({
    attribute: 'grade',
    rule: { kind: 'set', value: 'Passed' },
    condition: { of: { kind: 'attribute', id: 'grade' }, is: 'is', than: 'pass' },
  });
  const { summary } = await job.review();
  expect(summary).toMatchObject({ toUpdate: 2, unchanged: 2, creditsAtMost: 0 });
  await job.update();
  const grades = groupOf(standIn.state(), MAIN_GROUP).map(({ grade }) => grade);
  expect(grades).toEqual(['Passed', 'Passed', null, 'Fail']);
});

test('a rule takes the place of a column, and a column that of a rule', async () => {
  const job = await jobOverPlatform({ state: renewalState(GROUP) });
  const { standIn, session } = job;
  const [first] = groupOf(standIn.state(), MAIN_GROUP);
  await job.open(
    sheetText([
      ['Credential ID', 'Expiry Date'],
      [String(first?.id), '2026-12-31'],
    ]),
  );
  expect(job.targets()).toEqual({ 'Credential ID': 'Credential ID', 'Expiry Date': 'Expiry Date' });
  session.assign.setRule(RENEW);
  expect(job.targets()).toEqual({ 'Credential ID': 'Credential ID', 'Expiry Date': 'skip' });
  expect((await job.review()).summary).toMatchObject({ toUpdate: 1 });
  job.assign({ 'Expiry Date': { attribute: 'Expiry Date' } });
  expect(session.assign.state.peek()?.assignment.rules).toBeUndefined();
});
