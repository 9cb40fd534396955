import type { AttributeId } from '../../credential/attribute';
import { nameCorrections, type NamedCorrections } from './carry-corrections';
import type { Corrections } from './corrections';
import type { WrittenSheet } from '../group/review-input';

/** The corrections of one sheet, saved until it, or a corrected version of it, is opened again. */
export interface SavedCorrections {
  readonly sheet: SheetMark;
  readonly corrections: NamedCorrections;
}

/**
 * The marks that a corrected version of a sheet shares with it: its key, and the headers of its
 * assigned columns.
 */
interface SheetMark {
  readonly key: string;
  readonly headers: ReadonlySet<string>;
}

/** The most sheets whose corrections are saved; older ones go. */
const MOST_SHEETS = 5;

/**
 * Whether a sheet is the other one again, or a corrected version of it (docs/product.md 2.4): it
 * has the same key and every column that was assigned there. The decisions about one sheet mean
 * nothing to an unrelated one.
 */
export function isVersionOf(sheet: WrittenSheet, earlier: WrittenSheet): boolean {
  return isOf(markOf(earlier), sheet);
}

/**
 * The saved corrections of this sheet, or of the one that it is a version of; null for a new sheet.
 */
export function savedFor(saved: readonly SavedCorrections[], sheet: WrittenSheet): SavedCorrections | null {
  return saved.find((known) => isOf(known.sheet, sheet)) ?? null;
}

/**
 * Saves the corrections of a sheet (`written`: without corrections) that gives way to another; the
 * latest come first.
 */
export function saveCorrections(
  saved: readonly SavedCorrections[],
  written: WrittenSheet,
  corrections: Corrections,
): readonly SavedCorrections[] {
  const earlier = savedFor(saved, written);
  const named = nameCorrections(written, corrections, earlier?.corrections ?? null);
  const latest: SavedCorrections = { sheet: markOf(written), corrections: named };
  return [latest, ...saved.filter((known) => known !== earlier)].slice(0, MOST_SHEETS);
}

function markOf({ table, assignment }: WrittenSheet): SheetMark {
  const used = new Set(
    assignment.columns.filter(({ target }) => target.kind === 'attribute').map(({ column }) => column),
  );
  const headers = table.columns.filter(({ index }) => used.has(index)).map(({ header }) => folded(header));
  return { key: keyOf(assignment), headers: new Set(headers) };
}

function isOf({ key, headers }: SheetMark, { table, assignment }: WrittenSheet): boolean {
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
