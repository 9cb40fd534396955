import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { readWorkbook, type LazyParts } from '../../lib/sheet/read-workbook';
import { findHeaderRow } from '../../lib/sheet/table/header-row';
import { listSheet } from '../../lib/sheet/table/list-sheet';
import type { Sheet, Workbook } from '../../lib/sheet/cells/sheet';
import { NO_HEADER_ROW } from '../../lib/sheet/table/table';
import { withLinesDivided } from '../../lib/sheet/text/quoted-lines';
import { createLineWriter, type LineWriter } from './line-writer';
import { textsOfRow, valuesOfRow } from './row-values';

/*
 * npm run read -- FILE... [--values] Reads files as the extension does, and prints one line of JSON
 * for each: its sheets with the shown text of every cell (and its typed value with --values), or
 * the Problem. `header` is the number of the header row, null without one; `opens` the index of the
 * sheet that is opened, where it is not the first. The exit code is 1 only
 * when the reader itself failed, which is a bug.
 */

const USAGE = 'Usage: npm run read -- FILE... [--values]';

/** Loaded on demand as in the worker, so that other files do not pay for it. */
const LAZY_PARTS: LazyParts = {
  loadSheetJs: async () => (await import('../../lib/sheet/sheetjs/sheetjs')).readWithSheetJs,
  loadLazyText: async () => (await import('../../lib/sheet/lazy-text')).lazyText,
};

async function printFile(file: string, out: LineWriter, withValues: boolean): Promise<void> {
  const bytes = new Uint8Array(await readFile(file));
  const start = performance.now();
  const read = await readWorkbook(bytes, LAZY_PARTS);
  const ms = Math.round((performance.now() - start) * 10) / 10;
  if (read.ok) await printWorkbook(file, ms, withLinesDivided(read.value), out, withValues);
  else await out.write(JSON.stringify({ file, problem: read.problem, ms }));
}

/** Row by row: the line of a full sheet is longer than a string can be. */
async function printWorkbook(
  file: string,
  ms: number,
  { format, via, text, sheets }: Workbook,
  out: LineWriter,
  withValues: boolean,
): Promise<void> {
  const opens = listSheet(sheets);
  const facts = JSON.stringify({
    file,
    format,
    via,
    ms,
    ...(text === null ? {} : { text }),
    ...(opens === 0 ? {} : { opens }),
  });
  await out.write(`${facts.slice(0, -1)},"sheets":[`);
  for (const [index, sheet] of sheets.entries()) {
    const { name, hidden, notes } = sheet;
    const { row } = findHeaderRow(sheet);
    const header = row === NO_HEADER_ROW ? null : row;
    const sheetFacts = JSON.stringify({ name, hidden, header, ...(notes.length === 0 ? {} : { notes }) });
    await out.write(`${index === 0 ? '' : ','}${sheetFacts.slice(0, -1)},"rows":`);
    await printRows(sheet, textsOfRow, out);
    if (withValues) {
      await out.write(',"values":');
      await printRows(sheet, valuesOfRow, out);
    }
    await out.write('}');
  }
  await out.write(']}');
}

async function printRows(
  sheet: Sheet,
  rowOf: (sheet: Sheet, row: number) => readonly unknown[],
  out: LineWriter,
): Promise<void> {
  await out.write('[');
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    await out.write(`${row === 1 ? '' : ','}${JSON.stringify(rowOf(sheet, row))}`);
  }
  await out.write(']');
}

async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((argument) => !argument.startsWith('--'));
  const unknown = args.filter((argument) => argument.startsWith('--') && argument !== '--values');
  if (files.length === 0 || unknown.length > 0) {
    console.error(USAGE);
    return 1;
  }
  const out = createLineWriter(process.stdout);
  let code = 0;
  for (const file of files) {
    try {
      await printFile(file, out, args.includes('--values'));
    } catch (error) {
      // A line may have begun. The error ends it, and the other files are still read.
      if (isMissingFile(error)) {
        await out.write(JSON.stringify({ file, problem: { code: 'file-unreadable', detail: error.code } }));
      } else {
        code = 1;
        console.error(`${file}:`, error);
      }
    }
    await out.write('\n');
  }
  await out.end();
  return code;
}

function isMissingFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

// A reader of the beginning only (`| head`) closes the pipe, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
