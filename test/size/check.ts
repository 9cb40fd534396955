import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadedBy } from './loaded-scripts';

/*
 * The sizes of the production build against what they may be at most (docs/architecture.md,
 * Budgets). A KB is 1000 bytes, gzip as servers do it. Exits with 1 when something is too large, or
 * when SheetJS is anywhere but in its own script.
 */

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

/** A text of SheetJS that no minifier changes. */
const SHEETJS_MARK = 'Unsupported ZIP Compression method';
const SHEETJS = 'sheetjs.js';

interface Measure {
  readonly name: string;
  readonly files: readonly string[];
  /** In KB; null where the figure is only reported. */
  readonly limit: number | null;
}

function kilobytes(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(BUILD, file))).byteLength);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

function scriptsOfBuild(): readonly string[] {
  return readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
}

function wrongPlacesOfSheetJs(): readonly string[] {
  const holders = scriptsOfBuild().filter((path) =>
    readFileSync(join(BUILD, path), 'utf8').includes(SHEETJS_MARK),
  );
  if (!holders.includes(SHEETJS)) return [`${SHEETJS} does not hold SheetJS, or SheetJS has lost its mark.`];
  return holders
    .filter((path) => path !== SHEETJS)
    .map((path) => `${path} holds SheetJS, which is to be loaded only when a file needs it.`);
}

function main(): number {
  if (!existsSync(join(BUILD, 'manifest.json'))) {
    console.log('There is no build. Run: npm run build');
    return 1;
  }
  const panel = loadedBy('panel.html', BUILD);
  const popup = loadedBy('popup.html', BUILD);
  const measures: readonly Measure[] = [
    { name: 'content script', files: ['content-scripts/group.js'], limit: 10 },
    { name: 'content script, styles', files: ['content-scripts/group.css'], limit: null },
    { name: `panel, ${panel.scripts.length} scripts`, files: panel.scripts, limit: 60 },
    { name: 'panel, styles', files: panel.styles, limit: null },
    { name: `popup, ${popup.scripts.length} scripts`, files: popup.scripts, limit: null },
    { name: 'sheet worker', files: ['sheet-worker.js'], limit: 42 },
    { name: 'review, loaded late', files: ['review.js'], limit: null },
    { name: 'lazy text readers', files: ['lazy-text.js'], limit: null },
    { name: 'SheetJS, loaded late', files: [SHEETJS], limit: null },
    { name: 'background', files: ['background.js'], limit: null },
  ];
  const problems = [...wrongPlacesOfSheetJs()];
  if (panel.scripts.length === 0) problems.push('panel.html names no script, so the panel was not measured.');
  console.log(`${'gzip'.padEnd(26)}${'KB'.padStart(7)}${'at most'.padStart(10)}`);
  for (const { name, files, limit } of measures) {
    const size = kilobytes(files);
    console.log(
      `${name.padEnd(26)}${size.toFixed(1).padStart(7)}${(limit === null ? '' : String(limit)).padStart(10)}`,
    );
    if (limit !== null && size > limit) {
      problems.push(`The ${name} has ${size.toFixed(1)} KB, and ${limit} KB is the most.`);
    }
  }
  for (const problem of problems) console.log(problem);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main();
