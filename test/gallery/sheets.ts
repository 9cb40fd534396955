import type { Assignment } from '../../lib/assign/choice/assignment';
import {
  assignmentOf,
  withFormatsOfValues,
  withJoins,
  withTarget,
} from '../../lib/assign/edit/edit-assignment';
import { FIRST_JOINED, type Join } from '../../lib/assign/edit/join';
import { applyMapping, restoreMapping, toSavedMapping } from '../../lib/assign/mapping/saved-mapping';
import type { AttributeId } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import type { Change } from '../../lib/credential/change';
import type { Credential } from '../../lib/credential/credential';
import type { Day } from '../../lib/credential/day';
import type { Decision } from '../../lib/review/corrections/decision';
import { FIRST_VIEW, openingFilter } from '../../lib/review/view/opening-filter';
import type { ReviewView } from '../../lib/review/cross-row/review';
import type { PlanFacts } from '../../lib/rpc/contract/sheet-contract';
import type { RealSheet } from '../fakes/sheet';
import { CUSTOM, GROUP, TODAY } from './group';
import type { ReviewShown, SessionState } from './literal-session';
import type { PanelState } from './state';

/*
 * Parts of a state that the real worker makes of a sheet: nothing that it counts is written by
 * hand.
 */

export type Shown = Partial<PanelState>;
type OpenFile = Extract<SessionState['file'], { kind: 'open' }>;

/** Rows of cells as a CSV. */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(',')).join('\n');
}

export interface OpenOptions {
  readonly name?: string;
  readonly pasted?: boolean;
  readonly headerRow?: number;
  /** Credentials of the group as far as it was read; none: it was not. */
  readonly members?: readonly Credential[];
}

/** A worker that holds this text and the group, and the file as Upload shows it. */
async function opened(text: string, options: OpenOptions) {
  const {
    name = 'corrections of the autumn.csv',
    pasted = false,
    headerRow = null,
    members = GROUP,
  } = options;
  // Late: who only wants to know the names of the states (the tests) does without the worker and
  // its readers.
  const { bytesOf, realSheet } = await import('../fakes/sheet');
  const sheet = realSheet();
  const file = await sheet.open(bytesOf(text), {});
  if (!file.ok) throw new Error(file.problem.code);
  const table = sheet.chooseTable(0, headerRow);
  if (!table.ok) throw new Error(table.problem.code);
  sheet.addCredentials(members, true);
  const phase: OpenFile = { kind: 'open', name, pasted, file: file.value, sheet: 0, table, undo: null };
  return { sheet, table: table.value, phase };
}

/** Upload with this text read. */
export async function uploaded(text: string, options: OpenOptions = {}): Promise<Shown & { file: OpenFile }> {
  const { file, assign, report } = (await assigning(text, options)).state;
  return { step: 'upload', file, assign, report };
}

export interface AssignOptions extends OpenOptions {
  /**
   * Columns that the admin assigned by hand, on top of the guesses: header -> attribute, null
   * skips.
   */
  readonly targets?: Readonly<Record<string, AttributeId | null>>;
  readonly join?: readonly [first: string, second: string];
  /** Any other edit of the assignment. */
  readonly edit?: (assignment: Assignment) => Assignment;
  /** The choices are those of an earlier sheet, on this day. */
  readonly rememberedOn?: Day;
  /** The group is larger than `members`. */
  readonly inPart?: boolean;
}

async function assigning(text: string, options: AssignOptions) {
  const { targets = {}, join, edit = (so: Assignment) => so, rememberedOn, inPart = false } = options;
  const { sheet, table, phase } = await opened(text, options);
  if (inPart) sheet.inPart();
  const attributes = attributesOf(CUSTOM);
  const columnOf = (header: string) => {
    const found = table.columns.find((column) => column.header === header);
    if (found === undefined) throw new Error(`no column ${header}`);
    return found.column;
  };
  const guesses = sheet.guess(CUSTOM);
  const joins: Join[] =
    join === undefined ? [] : [{ column: FIRST_JOINED, first: columnOf(join[0]), second: columnOf(join[1]) }];
  const columns = [...table.columns, ...(joins.length === 0 ? [] : sheet.joinColumns(joins))];
  const byHand: (readonly [number, AttributeId | null])[] = [
    ...Object.entries(targets).map(([header, id]) => [columnOf(header), id] as const),
    ...joins.map(({ column }) => [column, 'recipient-name'] as const),
  ];
  const guessed = withJoins(assignmentOf(guesses, table.columns), [], joins);
  const chosen = edit(
    byHand.reduce(
      (so, [column, id]) =>
        withTarget(so, column, id === null ? { kind: 'skip' } : { kind: 'attribute', id }, attributes),
      guessed,
    ),
  );
  const { columns: counted } = sheet.report(chosen, CUSTOM);
  const settled = withFormatsOfValues(chosen, counted, new Set());
  const present = { guesses, assignment: settled, attributes };
  const names = new Map(table.columns.map(({ column, header }) => [column, header]));
  const restored =
    rememberedOn === undefined
      ? null
      : restoreMapping('remembered', toSavedMapping(settled, joins, names, rememberedOn), names, attributes);
  const taken =
    restored === null ? present : { ...present, ...applyMapping(restored, present, columns, new Set()) };
  const assign = { table: { ...table, columns }, joins, restored, ...taken };
  const report = sheet.report(assign.assignment, CUSTOM);
  return { sheet, state: { step: 'assign', file: phase, assign, report } as const };
}

/** Assign with this text. */
export async function assigned(text: string, options: AssignOptions = {}) {
  return (await assigning(text, options)).state;
}

export interface ReviewOptions extends AssignOptions {
  /** Decisions of the admin so far. */
  readonly decisions?: readonly Decision[];
  readonly view?: Partial<ReviewView>;
  /** More that is shown of it, such as the candidates of a row. */
  readonly also?: (sheet: RealSheet) => Partial<ReviewShown>;
}

/** The grid asks for this many rows at first. */
const WINDOW = 60;

async function reviewing(text: string, options: ReviewOptions) {
  const { decisions = [], view: wanted = {}, also = () => ({}) } = options;
  const { sheet, state } = await assigning(text, options);
  const request = {
    assignment: state.assign.assignment,
    customAttributes: CUSTOM,
    table: state.assign.table.id,
    today: TODAY,
  };
  const begun = sheet.review(request);
  const reviewed = decisions.reduce((_, decision) => sheet.decide(decision), begun);
  const filter = openingFilter(FIRST_VIEW.filter, begun.summary);
  const view: ReviewView = { ...FIRST_VIEW, filter, ...wanted };
  const review: ReviewShown = {
    ...view,
    phase: { kind: 'ready', state: reviewed, locating: false },
    completing: { kind: 'no' },
    window: sheet.window(view, 0, WINDOW),
    replacing: null,
    choosing: null,
    shapes: null,
    ...also(sheet),
  };
  return { sheet, state: { ...state, step: 'review', review } as const };
}

/** Review of this text, with these decisions taken. */
export async function reviewed(text: string, options: ReviewOptions = {}) {
  return (await reviewing(text, options)).state;
}

/**
 * A plan of this text: what the confirmation says of it, and its changes. Throws where something is
 * in the way.
 */
export async function planned(
  text: string,
  options: ReviewOptions = {},
): Promise<{ readonly state: Shown; readonly facts: PlanFacts; readonly changes: readonly Change[] }> {
  const { sheet, state } = await reviewing(text, options);
  const plan = sheet.makePlan();
  if (!plan.ok) throw new Error(plan.problem.map(({ code }) => code).join(', '));
  const trial = { rows: sheet.chooseTrial(), tried: null };
  return {
    state: { ...state, trial, mails: sheet.mails() },
    facts: plan.value,
    changes: sheet.changes(0, plan.value.changes),
  };
}
