import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CASES, fileOfCase, isWorkbook, megabytesOf, type CaseName } from './cases';
import { nodeGoals } from './goals';
import { measure, type Measured } from './measure';
import { printGoals, printMeasured } from './print';
import { benchReview, reviewGoals } from './review/bench-review';
import { benchTemplate, templateGoals } from './template/bench-template';
import type { ReaderName } from './readers';

/*
 * npm run bench [-- --rows N] [--case NAME] [--quick] [--browser] [--review] [--template] [--json
 * FILE] Compares
 * the own reader with others and with inflating alone, each in a process of its own, and with the
 * goals of docs/architecture.md, Budgets. It is no test: a missed goal does not change the exit
 * code. It takes half an hour. --quick (20,000 rows, medians of 3, no large files) takes two
 * minutes; its ratios are rough, because code is slow until it is compiled. --review measures the
 * review alone (review/bench-review.ts), in a few minutes, --template a download of the group.
 */

const FULL_SHEET = 1_048_575;
const WORKBOOK_READERS: readonly ReaderName[] = [
  'inflate',
  'own',
  'own-all-cells',
  'sheetjs-lean',
  'sheetjs-default',
  'read-excel-file',
];
const TEXT_READERS: readonly ReaderName[] = ['own', 'own-all-cells', 'papaparse'];

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string' },
    case: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    review: { type: 'boolean', default: false },
    template: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const unknown = (options.case ?? []).filter((name) => !CASES.some((known) => known === name));
if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}; there are ${CASES.join(', ')}`);
const rows = Number(options.rows ?? (options.quick ? 20_000 : 100_000));
if (!Number.isInteger(rows) || rows < 1) throw new Error('--rows takes a number of rows');
const runs = options.quick ? 3 : 5;
const cases = CASES.filter((name) => options.case?.includes(name) ?? true);
const measured: Measured[] = [];

async function take(name: CaseName, count: number, reader: ReaderName, times = runs): Promise<void> {
  const file = fileOfCase(name, count);
  process.stderr.write(`${name}, ${count} rows (${megabytesOf(file).toFixed(1)} MB), ${reader} ...\n`);
  measured.push({ case: name, rows: count, name: reader, ...(await measure(reader, file, times)) });
}

async function inNode(): Promise<void> {
  for (const name of cases) {
    const readers: readonly ReaderName[] = isWorkbook(name)
      ? WORKBOOK_READERS
      : [...TEXT_READERS, ...(name === 'csv' ? (['sheetjs-default'] as const) : [])];
    for (const reader of readers) await take(name, rows, reader);
  }
  if (options.quick) return;
  for (const name of cases.filter((one) => one === 'xlsx-shared' || one === 'csv')) {
    for (const count of [rows / 10, rows * 5]) await take(name, Math.round(count), 'own');
  }
  if (!cases.includes('xlsx-shared')) return;
  await take('xlsx-shared', rows * 5, 'sheetjs-lean', 1);
  await take('xlsx-shared', FULL_SHEET, 'own');
  await take('xlsx-shared', FULL_SHEET, 'inflate');
}

if (options.review) {
  measured.push(...(await benchReview(rows, runs, options.quick)));
  printMeasured(measured);
  printGoals(reviewGoals(measured, rows));
} else if (options.template) {
  measured.push(...(await benchTemplate(rows, runs)));
  printMeasured(measured);
  printGoals(templateGoals(measured));
} else if (options.browser) {
  const { inBrowser } = await import('./browser');
  const { measured: there, goals } = await inBrowser(cases, rows, runs);
  measured.push(...there);
  printMeasured(measured);
  printGoals(goals);
} else {
  await inNode();
  printMeasured(measured);
  printGoals(nodeGoals(measured, rows, FULL_SHEET));
}
if (options.json !== undefined) {
  writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`);
}
