import { readdirSync, readFileSync } from 'node:fs';
import { findHeaderRow } from '../../lib/sheet/table/header-row';
import { makeTable } from '../../lib/sheet/table/make-table';
import { readWorkbook } from '../../lib/sheet/read-workbook';
import { LAZY_PARTS } from '../lib/sheet/lazy-parts';
import { mutantOf } from './mutants';

const FOLDER = new URL('../fixtures/sheets/', import.meta.url);

/** Files that are mutated, in a fixed order. */
export const SEEDS: readonly { readonly name: string; readonly bytes: Uint8Array }[] = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))) }));

export interface MutantEnd {
  readonly file: string;
  /** "table", or the code of the Problem. */
  readonly end: string;
  readonly ms: number;
}

/**
 * Reads mutant number `run` to a Table or a Problem; anything else throws. Three in four are
 * mutants of the XLSX file, whose reader is our own.
 */
export async function runMutant(run: number): Promise<MutantEnd> {
  const own = SEEDS.filter(({ name }) => name.endsWith('.xlsx'));
  const from = run % 4 === 3 ? SEEDS : own;
  const seed = from[Math.floor(run / 4) % from.length]!;
  const bytes = mutantOf(seed.bytes, run);
  const begun = performance.now();
  const end = await endOf(bytes);
  return { file: seed.name, end, ms: performance.now() - begun };
}

async function endOf(bytes: Uint8Array): Promise<string> {
  const book = await readWorkbook(bytes, LAZY_PARTS);
  if (!book.ok) return book.problem.code;
  let end = 'table';
  for (const sheet of book.value.sheets) {
    const table = makeTable(sheet, findHeaderRow(sheet));
    if (!table.ok) end = table.problem.code;
  }
  return end;
}
