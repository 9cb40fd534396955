import type { Assignment } from '../assign/choice/assignment';
import type { Attribute } from '../credential/attribute';
import { correctedInput } from './corrections/corrected-input';
import { NO_CORRECTIONS } from './corrections/corrections';
import type { Review } from './cross-row/review';
import type { WrittenSheet } from './group/review-input';
import { withRuledColumns } from './group/ruled-columns';
import { NO_DECISIONS } from './plan/decide';
import type { ReviewedRow } from './terms/reviewed-row';
import { reviewSheet } from './view/review-sheet';
import { windowOf } from './view/review-window';
import { summarise } from './view/summarise';

/** Effect of an assignment, while its columns are still being assigned. */
export interface AssignmentPreview {
  /** Rows that were looked at: the first ones of a large sheet. */
  readonly rows: number;
  readonly toUpdate: number;
  readonly unchanged: number;
  readonly errors: number;
  readonly creditsAtMost: number;
  /** One of the rows that change, and how many there are. Null when none does. */
  readonly example: ReviewedRow | null;
  readonly examples: number;
}

/** Rows that are looked at. A preview is made after every choice, and takes a moment at most. */
const MOST_ROWS = 5000;
const CHANGES = { filter: { kind: 'changes' }, search: '', sort: null } as const;

/** Reviews the first rows of a sheet under an assignment whose columns may still be undecided. */
export function previewReview(asWritten: WrittenSheet): Review {
  const sheet = withRuledColumns(asWritten);
  const { table, assignment, attributes } = sheet;
  const rows = table.rows.slice(0, MOST_ROWS);
  const written = {
    ...sheet,
    table: { ...table, rows },
    assignment: withoutDetails(assignment, attributes),
  };
  return reviewSheet(correctedInput(written, NO_CORRECTIONS));
}

/** Counts a preview, with one of its changed rows as an example (`at`, from 0). */
export function describePreview(review: Review, at: number): AssignmentPreview {
  const { rows, toUpdate, unchanged, withErrors, creditsAtMost } = summarise(review, NO_DECISIONS);
  const { rows: shown, total } = windowOf(review, CHANGES, at, 1);
  return {
    rows,
    toUpdate,
    unchanged,
    errors: withErrors,
    creditsAtMost,
    example: shown[0] ?? null,
    examples: total,
  };
}

/** Skips what is only known once each credential was read: it would seem to change in every row. */
function withoutDetails(assignment: Assignment, attributes: readonly Attribute[]): Assignment {
  const late = new Set(attributes.filter(({ needsDetail }) => needsDetail).map(({ id }) => id));
  const columns = assignment.columns.map((choice) =>
    choice.target.kind === 'attribute' && late.has(choice.target.id)
      ? { ...choice, target: { kind: 'skip' } as const }
      : choice,
  );
  return { ...assignment, columns };
}
