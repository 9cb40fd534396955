import type { AttributeId } from '../../credential/attribute';
import { nameCorrections, type NamedCorrections } from './carry-corrections';
import type { Corrections } from './corrections';
import type { ReviewInput } from '../group/review-input';

/** What was decided about one sheet, kept for when it comes again or a corrected version of it does. */
export interface SavedCorrections {
  readonly sheet: SheetMark;
  readonly corrections: NamedCorrections;
}

/** What a corrected version of a sheet shares with it: what its rows are found by, and the columns that were used. */
interface SheetMark {
  readonly key: string;
  readonly headers: ReadonlySet<string>;
}

/** Sheets whose decisions are kept; older ones go. */
const MOST_SHEETS = 5;

/**
 * Whether a sheet is the other one once more, or a corrected version of it (docs/product.md 2.4): found by the same key, and
 * with every column that was assigned there. Decisions about one sheet are nothing to another.
 */
export function isVersionOf(sheet: ReviewInput, earlier: ReviewInput): boolean {
  return isOf(markOf(earlier), sheet);
}

/** What was decided about this sheet before, or about the one that it is a version of; null for a new one. */
export function savedFor(saved: readonly SavedCorrections[], sheet: ReviewInput): SavedCorrections | null {
  return saved.find((known) => isOf(known.sheet, sheet)) ?? null;
}

/** With what was decided about a sheet (`written`: without corrections) that now gives way to another, the latest first. */
export function saveCorrections(
  saved: readonly SavedCorrections[],
  written: ReviewInput,
  corrections: Corrections,
): readonly SavedCorrections[] {
  const earlier = savedFor(saved, written);
  const named = nameCorrections(written, corrections, earlier?.corrections ?? null);
  const latest: SavedCorrections = { sheet: markOf(written), corrections: named };
  return [latest, ...saved.filter((known) => known !== earlier)].slice(0, MOST_SHEETS);
}

function markOf({ table, assignment }: ReviewInput): SheetMark {
  const used = new Set(
    assignment.columns.filter(({ target }) => target.kind === 'attribute').map(({ column }) => column),
  );
  const headers = table.columns.filter(({ index }) => used.has(index)).map(({ header }) => folded(header));
  return { key: keyOf(assignment), headers: new Set(headers) };
}

function isOf({ key, headers }: SheetMark, { table, assignment }: ReviewInput): boolean {
  if (keyOf(assignment) !== key) return false;
  const present = new Set(table.columns.map(({ header }) => folded(header)));
  return [...headers].every((header) => present.has(header));
}

function keyOf({ key, alsoBy }: { readonly key: AttributeId | null; readonly alsoBy?: AttributeId }): string {
  return `${key ?? ''} ${alsoBy ?? ''}`;
}

function folded(header: string): string {
  return header.normalize('NFC').trim().toLowerCase();
}
