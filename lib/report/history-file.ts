import { openEntriesOf } from '../journal/entry-counts';
import { csvText } from './csv';
import type { ConfirmedKind, HistoryRun } from './history';

/*
 * Writes the history as files for other programs and for an auditor. The names in them are part of
 * the format: the same in every language, and never changed.
 */

/**
 * Writes the history as JSON, with times in ISO 8601 (UTC). `at`: the time of the export, in
 * milliseconds since 1970.
 */
export function historyJson(runs: readonly HistoryRun[], at: number): string {
  const history = {
    format: 'update-credentials-history',
    version: 1,
    exportedAt: isoOf(at),
    runs: runs.map(jsonOf),
  };
  return `${JSON.stringify(history, null, 2)}\n`;
}

function jsonOf(run: HistoryRun) {
  const { id, fileName, sheetName, source, environment, account, group, state, values } = run;
  return {
    id,
    fileName,
    sheetName,
    source,
    environment,
    account,
    group,
    startedAt: isoOf(run.startedAt),
    endedAt: isoOf(run.endedAt),
    state,
    changes: run.changes,
    outcomes: outcomesOf(run),
    creditsAtMost: run.creditsAtMost,
    creditsSpent: run.creditsSpent,
    alarmsOverruled: run.alarms,
    warningsConfirmed: run.warnings,
    values:
      values.kind === 'kept'
        ? { kept: true, until: isoOf(values.until) }
        : { kept: false, deletedAt: isoOf(values.at) },
  };
}

/** `updatedInPart` counts changes that are among the not applied and the conflicts as well. */
function outcomesOf({ counts, partly }: HistoryRun) {
  return {
    updated: counts.applied,
    updatedInPart: partly,
    notApplied: counts['not-applied'],
    rejected: counts.rejected,
    conflicts: counts.conflict,
    notSent: counts.cancelled,
    notKnown: counts['not-known'],
    open: openEntriesOf(counts),
  };
}

type Column = readonly [name: string, cell: (run: HistoryRun) => string | number | null];

/** The columns of the CSV. */
const COLUMNS: readonly Column[] = [
  ['Run', ({ id }) => id],
  ['Started (UTC)', ({ startedAt }) => isoOf(startedAt)],
  ['Ended (UTC)', ({ endedAt }) => isoOf(endedAt)],
  ['State', ({ state }) => state],
  ['Environment', ({ environment }) => environment],
  ['Account ID', ({ account }) => account.id],
  ['Account', ({ account }) => account.name],
  ['Group ID', ({ group }) => group.id],
  ['Group', ({ group }) => group.name],
  ['File', ({ fileName }) => fileName],
  ['Sheet', ({ sheetName }) => sheetName],
  ['Source', ({ source }) => source?.kind ?? 'not recorded'],
  ['SHA-256', ({ source }) => (source !== null && 'sha256' in source ? source.sha256 : '')],
  [
    'Of runs',
    ({ source }) => (source?.kind === 'undo' || source?.kind === 'retry' ? source.runs.join(' ') : ''),
  ],
  ['Made by', ({ source }) => (source?.kind === 'checked' ? source.madeBy : '')],
  ['Accepted by', ({ source }) => (source?.kind === 'checked' ? source.acceptedBy : '')],
  ['To update', ({ changes }) => changes],
  ['Updated', (run) => outcomesOf(run).updated],
  ['Updated in part', (run) => outcomesOf(run).updatedInPart],
  ['Not applied', (run) => outcomesOf(run).notApplied],
  ['Rejected', (run) => outcomesOf(run).rejected],
  ['Conflicts', (run) => outcomesOf(run).conflicts],
  ['Not sent', (run) => outcomesOf(run).notSent],
  ['Not known', (run) => outcomesOf(run).notKnown],
  ['Open', (run) => outcomesOf(run).open],
  ['Credits at most', ({ creditsAtMost }) => creditsAtMost],
  ['Credits spent', ({ creditsSpent }) => creditsSpent],
  ['Alarms overruled', ({ alarms }) => kindsOf(alarms)],
  ['Warnings confirmed', ({ warnings }) => kindsOf(warnings)],
  ['Values', ({ values }) => values.kind],
  ['Values kept until (UTC)', ({ values }) => (values.kind === 'kept' ? isoOf(values.until) : '')],
  ['Values deleted (UTC)', ({ values }) => (values.kind === 'deleted' ? isoOf(values.at) : '')],
];

/** Writes the history as CSV, a row for each run. */
export function historyCsv(runs: readonly HistoryRun[]): string {
  const rows = runs.map((run) => COLUMNS.map(([, cell]) => String(cell(run) ?? '')));
  return csvText([COLUMNS.map(([name]) => name), ...rows]);
}

function kindsOf(kinds: readonly ConfirmedKind<string>[]): string {
  return kinds.map(({ code, rows }) => `${code} ${rows}`).join('; ');
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
