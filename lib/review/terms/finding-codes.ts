import { CodeList } from './code-list';
import { CodeSets } from './code-sets';
import type {
  AlarmCode,
  CodeWithSeverity,
  FindingCode,
  Severity,
  SeverityOf,
  ShiftedDaysCode,
  WarningCode,
} from './finding';

/**
 * The severity of each kind of finding, in the order in which they are reported: alarms, errors,
 * warnings.
 */
const SEVERITIES = {
  'names-shifted': 'alarm',
  'emails-shifted': 'alarm',
  'people-swapped': 'alarm',
  'days-from-1904': 'alarm',
  'names-copied': 'alarm',
  'other-people': 'alarm',
  repeated: 'error',
  'email-taken': 'error',
  'key-missing': 'error',
  'no-match': 'error',
  'key-spelling': 'error',
  'new-address': 'error',
  'other-group': 'error',
  'several-match': 'error',
  'key-disagrees': 'error',
  'formula-error': 'error',
  'damaged-id': 'error',
  'damaged-number': 'error',
  'damaged-text': 'error',
  'hidden-sign': 'error',
  'code-in-name': 'error',
  'wide-row': 'error',
  'bad-date': 'error',
  'bad-email': 'error',
  'bad-link': 'error',
  'bad-phone': 'error',
  'bad-flag': 'error',
  'expiry-before-issue': 'error',
  'changed-since-download': 'warning',
  'days-off-by-a-day': 'warning',
  'days-exchanged': 'warning',
  'future-issue': 'warning',
  'unlikely-date': 'warning',
  'email-change': 'warning',
  'name-change': 'warning',
  unpublished: 'warning',
  'value-cleared': 'warning',
  placeholder: 'warning',
  'odd-name': 'warning',
  'code-in-text': 'warning',
  'converted-value': 'warning',
  'invisible-sign': 'warning',
  'formatting-lost': 'warning',
  renewal: 'warning',
  'expiry-outside-year': 'warning',
  'expiry-past': 'warning',
  published: 'warning',
  'evidence-added': 'warning',
  'many-changes': 'warning',
} as const satisfies { readonly [Code in FindingCode]: SeverityOf<Code> };

/** Every kind of finding, in the order in which they are reported. */
export const FINDING_CODES = Object.keys(SEVERITIES) as readonly FindingCode[];

const LIST = new CodeList(FINDING_CODES);

/** The place of a kind in FINDING_CODES. */
export function placeOfCode(code: FindingCode): number {
  return LIST.placeOf(code);
}

/** The kinds of finding of each row of a sheet. */
export type RowFindings = CodeSets<FindingCode>;

export function makeRowFindings(rows: number): RowFindings {
  return new CodeSets(LIST, rows);
}

/** A kind of finding together with its severity. */
export function withSeverity(code: FindingCode): CodeWithSeverity {
  return { code, severity: SEVERITIES[code] } as CodeWithSeverity; // the table is checked against the types
}

export function isAlarm(code: FindingCode): code is AlarmCode {
  return SEVERITIES[code] === 'alarm';
}

export function isWarning(code: FindingCode): code is WarningCode {
  return SEVERITIES[code] === 'warning';
}

const SHIFTED_DAYS: ReadonlySet<FindingCode> = new Set<ShiftedDaysCode>([
  'days-off-by-a-day',
  'days-exchanged',
  'days-from-1904',
]);

export function isShiftedDays(code: FindingCode): code is ShiftedDaysCode {
  return SHIFTED_DAYS.has(code);
}

const maskOf = (...severities: readonly Severity[]) =>
  LIST.mask(FINDING_CODES.filter((code) => severities.includes(SEVERITIES[code])));

export const NO_CODES = maskOf();
export const ALL_CODES = maskOf('alarm', 'error', 'warning');
export const ERRORS = maskOf('error');
export const WARNINGS = maskOf('warning');
export const ALARMS_AND_ERRORS = maskOf('alarm', 'error');
export const ALARMS_AND_WARNINGS = maskOf('alarm', 'warning');
