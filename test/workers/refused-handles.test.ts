import { expect, test } from 'vitest';
import { NOT_HELD, type PlanId, type ReviewId, type TableId } from '../../lib/rpc/contract/held';
import type { SheetContract } from '../../lib/rpc/contract/sheet-contract';
import { credentialOf } from '../fakes/credential';
import { RESULT_WORDS } from '../fakes/result-words';
import { assignmentTo, openText, requestFor, workerSheet } from '../fakes/sheet';

const TARGETS = ['credential-id', 'grade'] as const;
const VIEW = { filter: { kind: 'all' }, search: '', sort: null } as const;

/** A worker with a table, a review and a plan, and the handles of those. */
async function planned() {
  const sheet = workerSheet();
  const table = await openText(sheet, 'id,grade\n1,D\n');
  sheet.addCredentials([credentialOf({ id: '1', grade: 'A' })], true);
  const request = requestFor(assignmentTo(table, TARGETS), [], table.id);
  const state = sheet.review(request);
  if (!state.ok) throw new Error(state.problem.code);
  const { review } = state.value;
  const plan = sheet.makePlan(review);
  if (!plan.ok || !plan.value.ok) throw new Error('no plan');
  return { sheet, request, table: table.id, review, plan: plan.value.value.plan };
}
type Handles = Awaited<ReturnType<typeof planned>>;

/** Every call about a table, a review or a plan. */
const CALLS: Record<string, (sheet: SheetContract, handles: Handles) => unknown> = {
  joinColumns: (sheet, { table }) => sheet.joinColumns(table, []),
  guess: (sheet, { table }) => sheet.guess(table, []),
  report: (sheet, { table, request }) => sheet.report(table, request.assignment, []),
  nextLookUp: (sheet, { table, request }) => sheet.nextLookUp(table, request.assignment, []),
  missingDetails: (sheet, { table, request }) => sheet.missingDetails({ ...request, table }),
  review: (sheet, { table, request }) => sheet.review({ ...request, table }),
  'review again': (sheet, { request, review }) => sheet.review(request, review),
  toLocate: (sheet, { review }) => sheet.toLocate(review),
  addLocated: (sheet, { review }) => sheet.addLocated(review, []),
  decide: (sheet, { review }) => sheet.decide(review, { kind: 'skip-errors', skip: true }),
  window: (sheet, { review }) => sheet.window(review, VIEW, 0, 9),
  nextWith: (sheet, { review }) => sheet.nextWith(review, VIEW, 'error', -1),
  candidates: (sheet, { review }) => sheet.candidates(review, 2),
  makePlan: (sheet, { review }) => sheet.makePlan(review),
  changes: (sheet, { plan }) => sheet.changes(plan, 0, 9),
  skippedRows: (sheet, { plan }) => sheet.skippedRows(plan),
  results: (sheet, { plan }) => sheet.results(plan, [], RESULT_WORDS, 'all', 'csv'),
};

test.each(Object.entries(CALLS))(
  '%s is answered about what is held, and refused about another',
  async (_, call) => {
    const world = await planned();
    expect(await call(world.sheet, world)).toMatchObject({ ok: true });
    const [table, review, plan] = [97 as TableId, 98 as ReviewId, 99 as PlanId];
    expect(await call(world.sheet, { ...world, table, review, plan })).toEqual(NOT_HELD);
  },
);

test('a worker that took the place of another knows none of its handles', async () => {
  const before = await planned();
  const after = await planned();
  for (const call of Object.values(CALLS)) {
    const handles = { ...before, request: { ...after.request, table: before.table } };
    expect(await call(after.sheet, handles)).toEqual(NOT_HELD);
  }
});

test('what the next table takes the place of is refused; the plan of the one before is still sent', async () => {
  const world = await planned();
  const { sheet, table, review, plan, request } = world;
  await openText(sheet, 'id,grade\n1,E\n');
  expect(sheet.guess(table, [])).toEqual(NOT_HELD);
  expect(sheet.review(request)).toEqual(NOT_HELD);
  expect(sheet.window(review, VIEW, 0, 9)).toEqual(NOT_HELD);
  expect(sheet.makePlan(review)).toEqual(NOT_HELD);
  expect(sheet.changes(plan, 0, 9)).toMatchObject({ value: [{ credential: '1' }] });
});

test('a review that is made again has the same handle, a new one another', async () => {
  const { sheet, request, review } = await planned();
  expect(sheet.review(request, review)).toMatchObject({ value: { review } });
  const next = sheet.review(request);
  expect(next.ok && next.value.review !== review).toBe(true);
  expect(sheet.decide(review, { kind: 'skip-errors', skip: true })).toEqual(NOT_HELD);
});

test('a sheet that was never made cannot be taken', async () => {
  const { sheet } = await planned();
  expect(sheet.takeMade(99 as TableId)).toEqual(NOT_HELD);
});
