import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn, ROOMS, ROOT, type SourceFile } from './project';

const shipped = filesIn(ROOMS, /\.(?:tsx?|css)$/);
const tests = filesIn(['test'], /\.(?:tsx?|mjs|js|css)$/);
const everything = [...shipped, ...tests];

/**
 * Files and folders that may lie at the top of the project (docs/architecture.md), beside hidden
 * and installed ones.
 */
const TOP = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'components',
  'docs',
  'entrypoints',
  'lib',
  'node_modules',
  'package-lock.json',
  'package.json',
  'public',
  'test',
  'tsconfig.json',
  'workers',
  'wxt.config.ts',
];

const MOST_LINES = 250;

/** Files that are longer, each with its reason. */
const LONG: Readonly<Record<string, string>> = {
  'lib/session/state/work.ts': 'one union and its transitions, which are read together',
  'lib/assign/guess/synonyms.ts': 'a list of words, not of decisions',
  'lib/sheet/text/scan-records.ts': 'one pass over a text, whose state changes with every character',
  'test/e2e/findings.spec.ts': 'one table: a row of each error and warning kind, and what becomes of it',
  'test/fixtures/e2e/corrections.ts': 'one list: the corrections of a sheet and what they do to the state',
  'test/fixtures/headers.ts': 'a table of headers as systems export them',
  'test/lib/review/view/review-sheet.test.ts': 'one table: a row of each error and warning kind',
  'test/lib/session/history/create-history-model.test.ts':
    'one set-up: a history, and all that can be done with it',
  'test/lib/session/state/work.test.ts': 'one table: every state of the work against every event',
  'test/platform/switches.test.ts': 'one table: a row of each switch, and what it does',
  'test/lib/session/large-group.test.ts': 'one group, made once, and every sheet that is looked up in it',
  'test/lib/sheet/read-workbook.test.ts': 'one table: what is read as what, and each file that is refused',
  'test/lib/journal/copied-journal.test.ts': 'one computer, and each way in which it loses the history',
  'test/lib/run/afterwards/undo.test.ts': 'one table: each value of a run, and what its undo does',
  'test/lib/run/outcomes.test.ts': 'one table: every answer of the platform and what becomes of it',
  'test/platform/dashboard/style.css': 'the look of a whole product, which is not ours to make small',
};

/** The only files of the extension that may write to a console. */
const CONSOLE = ['entrypoints/background.ts'];

/** Words that say nothing about what is in a file (docs/architecture.md, Names). */
const EMPTY_NAMES = /(?:^|[-/])(?:utils?|helpers?|manager|service|data|info|common|misc)(?:[-./]|$)/;

/** This folder speaks of what it forbids. */
const others = everything.filter(({ path }) => !path.startsWith('test/architecture/'));

const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length;

/** A sentence for each line of the files in which a pattern is found. */
function found(files: readonly SourceFile[], pattern: RegExp, sentence: string): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1} ${sentence}: ${line.trim()}`] : [],
      ),
  );
}

describe('the tree', () => {
  it('has at its top what docs/architecture.md allows', () => {
    const wrong = readdirSync(ROOT)
      .filter((name) => !name.startsWith('.') && !TOP.includes(name))
      .map((name) => `${name} lies at the top of the project, and docs/architecture.md does not name it.`);
    expect(wrong).toEqual([]);
  });
  it(`has no file of more than ${MOST_LINES} lines without a reason`, () => {
    const wrong = everything
      .filter((file) => lines(file) > MOST_LINES && !Object.hasOwn(LONG, file.path))
      .map((file) => `${file.path} has ${lines(file)} lines. Split it, or name the reason here.`);
    expect(wrong).toEqual([]);
  });
  it('has no reason for a file that became short', () => {
    const long = new Set(everything.filter((file) => lines(file) > MOST_LINES).map(({ path }) => path));
    expect(Object.keys(LONG).filter((path) => !long.has(path))).toEqual([]);
  });
  it('has nine in ten files under 150 lines', () => {
    const short = shipped.filter((file) => lines(file) < 150);
    expect(short.length / shipped.length).toBeGreaterThanOrEqual(0.9);
  });
  it('has names in kebab-case that say what is in the file', () => {
    const wrong = shipped
      .filter(({ path }) => !/^[a-z0-9./-]+$/.test(path) || EMPTY_NAMES.test(path))
      .map(({ path }) => `${path} is not a name that docs/architecture.md allows.`);
    expect(wrong).toEqual([]);
  });
});

describe('the text of the files', () => {
  it('has no console but where a bug has no page to be shown on', () => {
    const files = shipped.filter(({ path }) => !CONSOLE.includes(path));
    expect(found(files, /\bconsole\./, 'writes to the console')).toEqual([]);
  });
  it('has no switch that turns a check off', () => {
    const files = others.filter(({ path }) => !CONSOLE.includes(path));
    const off = /eslint-disable|@ts-(?:ignore|expect-error|nocheck)|prettier-ignore/;
    expect(found(files, off, 'turns a check off')).toEqual([]);
  });
  it('has no TODO without the day until when', () => {
    const undated = /\b(?:TODO|FIXME|XXX|HACK)\b(?!.*\b20\d\d-\d\d-\d\d\b)/;
    expect(found(others, undated, 'has no day')).toEqual([]);
  });
  it('has no default export but where a tool asks for one', () => {
    const files = shipped.filter(({ path }) => !path.startsWith('entrypoints/'));
    expect(found(files, /^export default\b/, 'has no name')).toEqual([]);
  });
});

describe('the tests', () => {
  const files = others.filter(({ path }) => /\.(?:test|spec)\.tsx?$/.test(path));
  it('are all run', () => {
    const left = /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|skipIf|runIf|todo|fixme|fails?)\b/;
    expect(found(files, left, 'does not simply run')).toEqual([]);
  });
  it('do not wait for time', () => {
    expect(found(files, /\bwaitForTimeout\(/, 'waits for time')).toEqual([]);
  });
});
