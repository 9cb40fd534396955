import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { benchRows } from './rows';
import { writeText, type TextVariant } from './write-text';
import { writeXlsx } from './write-xlsx';

const FOLDER = join(import.meta.dirname, '../../.output/bench');
const SEED = 3;

/** The names are those of the JSON. */
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

/** The file of a case, made by the seed when it is not there yet. */
export function fileOfCase(name: CaseName, rows: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}-${rows}-${SEED}.${isWorkbook(name) ? 'xlsx' : 'csv'}`);
  if (existsSync(path)) return path;
  // Under another name until it is whole: a run that is stopped leaves no half file behind.
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
