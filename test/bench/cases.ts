import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { benchRows } from './rows';
import { writeText, type TextVariant } from './write-text';
import { writeXlsx } from './write-xlsx';

const FOLDER = join(import.meta.dirname, '../../.output/bench');
const SEED = 3;

/** Names as in the JSON. */
export const CASES = [
  'xlsx-shared',
  'xlsx-inline',
  'csv',
  'csv-crlf',
  'csv-quoted',
  'csv-utf16',
  'csv-windows1252',
] as const;

export type CaseName = (typeof CASES)[number];

const TEXT_VARIANTS: Readonly<Record<Exclude<CaseName, `xlsx-${string}`>, TextVariant>> = {
  csv: 'lf',
  'csv-crlf': 'crlf',
  'csv-quoted': 'quoted',
  'csv-utf16': 'utf-16',
  'csv-windows1252': 'windows-1252',
};

export const isWorkbook = (name: CaseName): name is 'xlsx-shared' | 'xlsx-inline' => name.startsWith('xlsx-');

/** File of a case, made from the seed unless it exists. */
export function fileOfCase(name: CaseName, rows: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}-${rows}-${SEED}.${isWorkbook(name) ? 'xlsx' : 'csv'}`);
  if (existsSync(path)) return path;
  // Renamed when it is complete, so that an interrupted run leaves no half file.
  const unfinished = `${path}.part`;
  if (isWorkbook(name)) {
    writeXlsx(unfinished, rows, name === 'xlsx-shared' ? 'shared' : 'inline', benchRows(SEED));
  } else {
    writeText(unfinished, rows, TEXT_VARIANTS[name], benchRows(SEED));
  }
  renameSync(unfinished, path);
  return path;
}

export function megabytesOf(path: string): number {
  return statSync(path).size / 1e6;
}
