import type { AlarmCode, ErrorCode, FindingCode, WarningCode } from './finding';

const ALARMS: readonly AlarmCode[] = ['names-shifted', 'emails-shifted', 'people-swapped'];
const ERRORS: readonly ErrorCode[] = [
  'repeated',
  'email-taken',
  'key-missing',
  'no-match',
  'other-group',
  'several-match',
  'key-disagrees',
  'formula-error',
  'damaged-id',
  'damaged-number',
  'damaged-text',
  'wide-row',
  'bad-date',
  'bad-email',
  'bad-link',
  'bad-phone',
  'bad-flag',
  'expiry-before-issue',
];
const WARNINGS: readonly WarningCode[] = [
  'email-change',
  'name-change',
  'unpublished',
  'value-cleared',
  'placeholder',
  'renewal',
  'expiry-outside-year',
  'expiry-past',
  'published',
  'evidence-added',
  'many-changes',
];

/** Every kind of finding in the order in which it is told: alarms, errors, warnings. The place is its bit in a `Codes`. */
export const FINDING_CODES: readonly FindingCode[] = [...ALARMS, ...ERRORS, ...WARNINGS];

/** Kinds of finding of one row as bits of a number: 100,000 rows keep theirs in one array. 32 kinds fit. */
export type Codes = number;

const BITS = new Map(FINDING_CODES.map((code, place) => [code, 1 << place]));

/** The bit of a kind of finding. */
export function bitOf(code: FindingCode): Codes {
  return BITS.get(code) ?? 0; // every code is in the list
}

const bitsOf = (codes: readonly FindingCode[]) => codes.reduce((bits, code) => bits | bitOf(code), 0);

export const ALARM_BITS = bitsOf(ALARMS);
export const ERROR_BITS = bitsOf(ERRORS);
export const WARNING_BITS = bitsOf(WARNINGS);

/** The kinds of a set of bits, in the order in which they are told. */
export function codesIn(bits: Codes): readonly FindingCode[] {
  return FINDING_CODES.filter((_, place) => (bits & (1 << place)) !== 0);
}

/** The warnings and the alarms among some bits. */
export function warningsIn(bits: Codes): readonly WarningCode[] {
  return codesIn(bits & WARNING_BITS) as readonly WarningCode[];
}

export function alarmsIn(bits: Codes): readonly AlarmCode[] {
  return codesIn(bits & ALARM_BITS) as readonly AlarmCode[];
}
