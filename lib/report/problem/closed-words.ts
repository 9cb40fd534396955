import type { AssignmentProblem } from '../../assign/edit/assignment-problems';
import type { EntryState, PauseReason, RunSource, RunState } from '../../journal/entry';
import type { ConnectProblem } from '../../platform/platform-problem';
import type { PlanObstacle } from '../../review/plan/plan';
import type { RunCommandProblem } from '../../run/loop/run-command-problem';
import type { FileFormat, SheetProblem } from '../../sheet/cells/sheet';

/*
 * Every word that a report of a problem may hold (docs/privacy.md, Report of a problem). Each list
 * is the whole of a type: a new code does not compile before it stands here.
 */

function wordsOf<W extends string>(all: Readonly<Record<W, true>>): readonly W[] {
  return Object.keys(all).filter((word): word is W => Object.hasOwn(all, word));
}

export const RUN_STATES = wordsOf<RunState['kind']>({
  preparing: true,
  running: true,
  paused: true,
  finished: true,
  cancelled: true,
});

export const PAUSE_REASONS = wordsOf<PauseReason['kind']>({
  asked: true,
  'signed-out': true,
  forbidden: true,
  failures: true,
  'other-account': true,
  restored: true,
  trial: true,
});

export const RUN_SOURCES = wordsOf<RunSource['kind']>({
  file: true,
  pasted: true,
  undo: true,
  retry: true,
  checked: true,
});

export const ENTRY_STATES = wordsOf<EntryState['kind']>({
  planned: true,
  sent: true,
  'in-doubt': true,
  applied: true,
  'not-applied': true,
  rejected: true,
  conflict: true,
  cancelled: true,
  'not-known': true,
});

export const FILE_FORMATS = wordsOf<FileFormat>({
  csv: true,
  html: true,
  'xml-2003': true,
  fods: true,
  sylk: true,
  dif: true,
  xlsx: true,
  xlsb: true,
  xls: true,
  ods: true,
  numbers: true,
  dbf: true,
});

type ProblemCode =
  | ConnectProblem['code']
  | SheetProblem['code']
  | RunCommandProblem['code']
  | AssignmentProblem['code']
  | PlanObstacle['code'];

export const PROBLEM_CODES = [
  ...wordsOf<ProblemCode>({
    'signed-out': true,
    forbidden: true,
    'not-found': true,
    refused: true,
    throttled: true,
    'server-fault': true,
    unreachable: true,
    'not-allowed': true,
    'unexpected-answer': true,
    'no-access': true,
    'in-container': true,
    'file-empty': true,
    'file-too-large': true,
    'too-many-cells': true,
    'file-encrypted': true,
    'file-labelled': true,
    'lock-file': true,
    'zip-of-several': true,
    'file-damaged': true,
    'quotes-unclear': true,
    'not-a-spreadsheet': true,
    'text-undecodable': true,
    'sheet-empty': true,
    'sheet-on-its-side': true,
    'no-rows-below-header': true,
    'no-such-run': true,
    'run-incomplete': true,
    'run-in-progress': true,
    'other-account': true,
    'columns-undecided': true,
    'no-key': true,
    'date-format-open': true,
    'evidence-without-url': true,
    'nothing-to-update': true,
    'alarms-open': true,
    'errors-open': true,
    'warnings-open': true,
    'details-missing': true,
    'not-looked-up': true,
  }),
  // Codes of rooms that come later: the background's answers, and the panel's own.
  ...(['values-deleted', 'journal-unavailable', 'not-as-accepted', 'not-as-promised'] as const),
  ...(['runs-not-over', 'not-deleted', 'reader-ended'] as const),
  ...(['reading-given-up', 'nothing-to-undo', 'group-empty', 'several-files', 'file-unreadable'] as const),
] as const;

/** Names of errors by which browsers refuse to store something. */
export const STORAGE_ERRORS = [
  'AbortError',
  'ConstraintError',
  'DataError',
  'InvalidStateError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'QuotaExceededError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
  'damaged',
] as const;

/** Parts of the panel, and the states in which they can be. */
export const PARTS = ['connection', 'group', 'file', 'review', 'run', 'history', 'download'] as const;
export const PHASES = [
  ...(['connecting', 'key-needed', 'connected', 'failed', 'none', 'open', 'closed', 'reading'] as const),
  ...(['idle', 'loading', 'loaded', 'looking-up', 'in-part', 'choosing', 'writing'] as const),
  ...(['reading-group', 'reading-details', 'comparing', 'ready'] as const),
  ...(['confirming', 'preparing', 'not-begun', 'watching', 'over'] as const),
] as const;

/** A word of the list; "other" for every other text, which is not passed on. */
export function wordOf<W extends string>(words: readonly W[], text: string): W | 'other' {
  return words.find((word) => word === text) ?? 'other';
}
