import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../../lib/journal/entry';
import type { PlanId, ReviewId, TableId } from '../../../../lib/rpc/contract/held';
import type { PlanFacts } from '../../../../lib/rpc/contract/sheet-contract';
import type { FinishedRun } from '../../../../lib/run/afterwards/retry';
import { isOfRun, next, NO_WORK, type Work, type WorkEvent } from '../../../../lib/session/state/work';
import { changeTo, entryOf, progressOf } from '../../../fakes/run';

const [TABLE, OTHER_TABLE] = [1, 2] as TableId[] as [TableId, TableId];
const [REVIEW, OTHER_REVIEW] = [11, 12] as ReviewId[] as [ReviewId, ReviewId];
const [PLAN, OTHER_PLAN] = [21, 22] as PlanId[] as [PlanId, PlanId];
const [RUN, SECOND, FOREIGN] = ['run', 'second', 'foreign'] as RunId[] as [RunId, RunId, RunId];
const factsOf = (plan: PlanId): PlanFacts => ({
  plan,
  changes: 1,
  creditsAtMost: 0,
  earlierExpiries: 0,
  fields: [],
  confirmedWarnings: [],
  rest: { errors: 0, leftOut: 0, unchanged: 0 },
});
const resultOf = (run: RunId): FinishedRun => ({
  progress: progressOf('finished', { applied: 1 }, run),
  entries: [{ ...entryOf(changeTo('1', [['grade', 'A', 'B']])), run }],
});

/** Each event in its usual form. */
const EVENTS: readonly WorkEvent[] = [
  { kind: 'opened', table: OTHER_TABLE },
  { kind: 'closed' },
  { kind: 'assigned' },
  { kind: 'reviewed', review: OTHER_REVIEW },
  { kind: 'outdated' },
  { kind: 'planned', review: REVIEW, facts: factsOf(OTHER_PLAN) },
  { kind: 'dismissed' },
  { kind: 'sent' },
  { kind: 'retried', first: resultOf(RUN) },
  { kind: 'begun', run: SECOND, plan: OTHER_PLAN, first: null },
  { kind: 'refused' },
  { kind: 'asked-again' },
  { kind: 'ended', end: 'finished', result: resultOf(RUN), first: null },
  { kind: 'detached' },
  { kind: 'forgotten' },
  { kind: 'lost' },
];

const after = (...events: readonly WorkEvent[]) => events.reduce(next, NO_WORK);
const OPENED: WorkEvent = { kind: 'opened', table: TABLE };
const DECIDED: WorkEvent = { kind: 'opened', table: TABLE, continues: resultOf(FOREIGN) };
const TO_CONFIRMED: readonly WorkEvent[] = [
  { kind: 'assigned' },
  { kind: 'reviewed', review: REVIEW },
  { kind: 'planned', review: REVIEW, facts: factsOf(PLAN) },
];
const TO_SENT: readonly WorkEvent[] = [
  ...TO_CONFIRMED,
  { kind: 'sent' },
  { kind: 'begun', run: RUN, plan: PLAN, first: null },
];
const ENDED: WorkEvent = { kind: 'ended', end: 'finished', result: resultOf(RUN), first: null };

/** Each state, made by the events that lead to it. */
const STATES = {
  none: after(),
  file: after(OPENED),
  assigned: after(OPENED, ...TO_CONFIRMED.slice(0, 1)),
  reviewed: after(OPENED, ...TO_CONFIRMED.slice(0, 2)),
  confirmed: after(OPENED, ...TO_CONFIRMED),
  'written down': after(OPENED, ...TO_CONFIRMED, { kind: 'sent' }),
  sent: after(OPENED, ...TO_SENT),
  'retry written down': after(OPENED, ...TO_SENT, ENDED, { kind: 'retried', first: resultOf(RUN) }),
  continued: after(
    DECIDED,
    ...TO_CONFIRMED,
    { kind: 'sent' },
    { kind: 'begun', run: RUN, plan: PLAN, first: resultOf(FOREIGN) },
  ),
} as const satisfies Record<string, Work>;
type StateName = keyof typeof STATES;

/** A work in one line: "sent run=run review=11 rows=run". */
function line(work: Work): string {
  const facts: string[] = [work.kind];
  if (work.kind !== 'none') {
    const { table, run, continues } = work.sheet;
    if (table !== TABLE) facts.push('other');
    if (continues !== null) facts.push(`continues=${continues.progress.run.id}`);
    if (run !== null) facts.push(`run=${run.id ?? 'unwritten'}`);
    if (run?.first) facts.push(`first=${run.first.progress.run.id}`);
    if (run?.end) facts.push(run.end);
    if (run?.isAskedAgain) facts.push('asked-again');
  }
  if ('review' in work && work.review !== null) facts.push(`review=${work.review}`);
  if (work.kind === 'confirmed') facts.push(`plan=${work.facts.plan}`);
  if (work.rows !== null) facts.push(`rows=${work.rows.run}/${work.rows.plan}`);
  return facts.join(' ');
}

/** The state after each event; an event that is not named leaves the state as it is. */
const TABLE_OF: Record<StateName, { readonly is: string } & Partial<Record<WorkEvent['kind'], string>>> = {
  none: {
    is: 'none',
    opened: 'file other',
    begun: 'none rows=second/22',
  },
  file: {
    is: 'file',
    opened: 'file other',
    closed: 'none',
    assigned: 'assigned',
    begun: 'file rows=second/22',
  },
  assigned: {
    is: 'assigned',
    opened: 'file other',
    closed: 'none',
    reviewed: 'reviewed review=12',
    outdated: 'file',
    begun: 'assigned rows=second/22',
  },
  reviewed: {
    is: 'reviewed review=11',
    opened: 'file other',
    closed: 'none',
    assigned: 'assigned',
    reviewed: 'reviewed review=12',
    outdated: 'file',
    planned: 'confirmed review=11 plan=22',
    begun: 'reviewed review=11 rows=second/22',
  },
  confirmed: {
    is: 'confirmed review=11 plan=21',
    opened: 'file other',
    closed: 'none',
    assigned: 'assigned',
    reviewed: 'reviewed review=12',
    outdated: 'file',
    planned: 'confirmed review=11 plan=22',
    dismissed: 'reviewed review=11',
    sent: 'sent run=unwritten review=11',
    begun: 'confirmed review=11 plan=21 rows=second/22',
  },
  'written down': {
    is: 'sent run=unwritten review=11',
    opened: 'file other',
    closed: 'none',
    assigned: 'assigned run=unwritten',
    reviewed: 'sent run=unwritten review=12',
    begun: 'sent run=second review=11 rows=second/22',
    refused: 'reviewed review=11',
    'asked-again': 'sent run=unwritten asked-again review=11',
  },
  sent: {
    is: 'sent run=run review=11 rows=run/21',
    opened: 'file other rows=run/21',
    closed: 'none rows=run/21',
    assigned: 'assigned run=run rows=run/21',
    retried: 'continued run=unwritten first=run rows=run/21',
    begun: 'sent run=run review=11 rows=second/22',
    'asked-again': 'sent run=run asked-again review=11 rows=run/21',
    ended: 'sent run=run finished review=11 rows=run/21',
    forgotten: 'sent run=run review=11',
    lost: 'sent run=run review=11',
  },
  'retry written down': {
    is: 'continued run=unwritten first=run finished rows=run/21',
    opened: 'file other rows=run/21',
    closed: 'none rows=run/21',
    assigned: 'assigned run=unwritten first=run finished rows=run/21',
    reviewed: 'continued run=unwritten first=run finished review=12 rows=run/21',
    begun: 'continued run=second first=run finished rows=second/22',
    refused: 'sent run=run finished rows=run/21',
    'asked-again': 'continued run=unwritten first=run finished asked-again rows=run/21',
    forgotten: 'sent run=unwritten finished',
    lost: 'continued run=unwritten first=run finished',
  },
  continued: {
    is: 'continued continues=foreign run=run first=foreign review=11',
    opened: 'file other',
    closed: 'none',
    assigned: 'assigned continues=foreign run=run first=foreign',
    retried: 'continued continues=foreign run=unwritten first=run',
    begun: 'continued continues=foreign run=run first=foreign review=11 rows=second/22',
    'asked-again': 'continued continues=foreign run=run first=foreign asked-again review=11',
    ended: 'continued continues=run run=run first=foreign finished review=11',
    detached: 'continued run=run first=foreign review=11',
    forgotten: 'sent run=run review=11',
  },
};

describe.each(Object.entries(STATES) as [StateName, Work][])('%s', (name, state) => {
  test('is what its events make', () => expect(line(state)).toBe(TABLE_OF[name].is));
  test.each(EVENTS.map((event) => [event.kind, event] as const))('%s', (kind, event) => {
    expect(line(next(state, event))).toBe(TABLE_OF[name][kind] ?? TABLE_OF[name].is);
  });
});

describe('the work after', () => {
  test.each<[string, Work, string]>([
    [
      'a correction while the last word is asked for keeps the plan that is shown',
      next(STATES.confirmed, { kind: 'reviewed', review: REVIEW }),
      'confirmed review=11 plan=21',
    ],
    [
      'the end of another run is as before',
      next(STATES.sent, { kind: 'ended', end: 'finished', result: resultOf(FOREIGN), first: null }),
      'sent run=run review=11 rows=run/21',
    ],
    [
      'a retry of a run that is not of the sheet is as before',
      next(STATES.sent, { kind: 'retried', first: resultOf(FOREIGN) }),
      'sent run=run review=11 rows=run/21',
    ],
    [
      'a retry is begun: it has the rows of the run before it',
      next(STATES['retry written down'], { kind: 'begun', run: SECOND, plan: null, first: resultOf(RUN) }),
      'continued run=second first=run finished rows=second/21',
    ],
    [
      'a retry of a run without rows is begun: the rows are still those of the other run',
      next(STATES.sent, { kind: 'begun', run: SECOND, plan: null, first: resultOf(FOREIGN) }),
      'sent run=run review=11 rows=run/21',
    ],
    [
      'another sheet was opened while a run was written down: that run is not of it',
      after(
        OPENED,
        ...TO_CONFIRMED,
        { kind: 'sent' },
        { kind: 'opened', table: OTHER_TABLE },
        { kind: 'begun', run: RUN, plan: PLAN, first: null },
      ),
      'file other rows=run/21',
    ],
    [
      'a run is refused while the sheet is reviewed again: the run before it is the last one',
      after(OPENED, ...TO_SENT, ...TO_CONFIRMED, { kind: 'sent' }, { kind: 'assigned' }, { kind: 'refused' }),
      'assigned run=run',
    ],
    [
      'a retry is refused after the sheet was reviewed again: that review is the one to go on with',
      after(
        OPENED,
        ...TO_SENT,
        ENDED,
        { kind: 'assigned' },
        { kind: 'reviewed', review: OTHER_REVIEW },
        { kind: 'retried', first: resultOf(RUN) },
        { kind: 'refused' },
      ),
      'reviewed run=run finished review=12 rows=run/21',
    ],
    [
      'a retry is refused, and the review came while it was written down',
      after(
        OPENED,
        ...TO_SENT,
        ENDED,
        { kind: 'assigned' },
        { kind: 'retried', first: resultOf(RUN) },
        { kind: 'reviewed', review: OTHER_REVIEW },
        { kind: 'refused' },
      ),
      'reviewed run=run finished review=12 rows=run/21',
    ],
    [
      'the run of decided conflicts was tried again meanwhile: the sheet goes on with both',
      next(after(DECIDED, { kind: 'assigned' }, { kind: 'reviewed', review: REVIEW }), {
        kind: 'ended',
        end: 'finished',
        result: resultOf(SECOND),
        first: resultOf(FOREIGN),
      }),
      'reviewed continues=second review=11',
    ],
    [
      'a run that goes on with another one ended: the sheet goes on with its own',
      next(after(DECIDED, { kind: 'assigned' }), {
        kind: 'ended',
        end: 'finished',
        result: resultOf(SECOND),
        first: resultOf(RUN),
      }),
      'assigned continues=foreign',
    ],
    [
      'the plan of another review came late is as before',
      next(STATES.reviewed, { kind: 'planned', review: OTHER_REVIEW, facts: factsOf(OTHER_PLAN) }),
      'reviewed review=11',
    ],
    [
      'the run of a decided sheet is refused still goes on with the same run',
      after(DECIDED, ...TO_CONFIRMED, { kind: 'sent' }, { kind: 'refused' }),
      'reviewed continues=foreign review=11',
    ],
    [
      'the values of another run are deleted is as before',
      next(STATES.continued, { kind: 'forgotten', run: SECOND }),
      'continued continues=foreign run=run first=foreign review=11',
    ],
  ])('%s', (_name, work, expected) => expect(line(work)).toBe(expected));
});

test.each<[StateName, RunId, boolean]>([
  ['none', RUN, false],
  ['reviewed', RUN, false],
  ['written down', RUN, false],
  ['sent', RUN, true],
  ['sent', SECOND, false],
])('%s: is of run %s: %s', (name, run, expected) => expect(isOfRun(STATES[name], run)).toBe(expected));
