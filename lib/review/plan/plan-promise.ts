import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';

/** A thing that is promised of a plan: a count of an attribute, or of the plan as a whole. */
export type Promised = AttributeId | 'credentials' | 'credits';

/** Numbers that a plan is to keep, as the admin has typed them, by what they are about. */
export interface PlanPromise {
  readonly numbers: ReadonlyMap<Promised, string>;
  readonly noEarlierExpiry: boolean;
}

export const NO_PROMISE: PlanPromise = { numbers: new Map(), noEarlierExpiry: false };

/** Counts of the changes that would be sent. An attribute that is not there has none. */
export interface PromisedFacts {
  readonly changes: number;
  readonly creditsAtMost: number;
  readonly earlierExpiries: number;
  readonly fields: readonly { readonly attribute: AttributeId; readonly count: number }[];
}

/** A promise that a plan does not keep. `promised` null: the text is no whole number. */
export type Miss =
  | { readonly of: Promised; readonly promised: number | null; readonly found: number }
  | { readonly of: 'earlier-expiry'; readonly promised: 0; readonly found: number };

/**
 * The promises that a plan misses, in the order in which they were typed (docs/product.md 2.5). A
 * text that is no number is a miss too: it was meant to hold something.
 *
 * recipient-name "412", and 411 names change -> { of: recipient-name, promised: 412, found: 411 }
 */
export function missesOf({ numbers, noEarlierExpiry }: PlanPromise, facts: PromisedFacts): readonly Miss[] {
  const misses = [...numbers].flatMap(([of, text]): readonly Miss[] => {
    if (text.trim() === '') return [];
    const promised = wholeNumberOf(text);
    const found = foundOf(of, facts);
    const isKept = promised !== null && (of === 'credits' ? found <= promised : found === promised);
    return isKept ? [] : [{ of, promised, found }];
  });
  const { earlierExpiries: found } = facts;
  return noEarlierExpiry && found > 0 ? [...misses, { of: 'earlier-expiry', promised: 0, found }] : misses;
}

function foundOf(of: Promised, { changes, creditsAtMost, fields }: PromisedFacts): number {
  if (of === 'credentials') return changes;
  if (of === 'credits') return creditsAtMost;
  return fields.find(({ attribute }) => attribute === of)?.count ?? 0; // not there: none changes
}

const PLAIN = /^\d{1,7}$/;
/** Groups of three with one sign between them all: 1,000 or 1.000 or 1 000. */
const GROUPED = /^\d{1,3}([.,'’\u00A0\u202F ])\d{3}(?:\1\d{3})?$/;
const ARABIC_ZERO = 0x660;

/** A whole number as somebody types it; null: it is none ("12.5", "about 400", "-1"). */
export function wholeNumberOf(text: string): number | null {
  const digits = text
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replaceAll('٬', ',');
  if (PLAIN.test(digits)) return Number(digits);
  return GROUPED.test(digits) ? Number(digits.replaceAll(/\D/g, '')) : null;
}

/** How many changes move an expiry to an earlier day. One that is taken away does not. */
export function countEarlierExpiries(changes: readonly Change[]): number {
  return changes.filter(({ fields }) =>
    fields.some(
      ({ attribute, before, after }) =>
        attribute === 'expiry-date' &&
        after !== null &&
        // Without a day it never expires: any day is earlier.
        (before === null || String(after) < String(before)),
    ),
  ).length;
}
