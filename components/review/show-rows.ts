import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { GRID_ID } from '../grid/grid-id';

/** Widths at which review-narrow.css makes it a sheet. */
const NARROW = '(max-width: 900px)';

/** Shows the rows of a kind, and not the sheet over them. */
export function showRows(session: Session, { code }: FindingGroup): void {
  session.review.setFilter({ kind: 'finding', code });
  backToRows();
}

/** Closes the sheet of a narrow panel; beside the grid there is nothing to close. */
export function backToRows(): void {
  if (isNarrow()) document.getElementById(GRID_ID)?.focus(); // drawn with the review
}

/** Whether the obstacles are a sheet over the grid. */
export function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}
