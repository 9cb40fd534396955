import type { AttributeId } from '../../credential/attribute';
import type { PromisedFacts } from './promised-facts';
import { wholeNumberOf } from './whole-number';

/** A thing that is promised of a plan: a count of an attribute, or of the plan as a whole. */
export type Promised = AttributeId | 'credentials' | 'credits';

/** Numbers that a plan is to keep, as the admin has typed them, by what they are about. */
export interface TypedPromise {
  readonly numbers: ReadonlyMap<Promised, string>;
  readonly noEarlierExpiry: boolean;
}

/** Promise about a run, as it is stored with it. `number`: of credits the most. */
export interface RunPromise {
  readonly numbers: readonly { readonly of: Promised; readonly number: number }[];
  readonly noEarlierExpiry?: true;
}

/** A promise that a plan does not keep. */
export type Miss =
  | {
      readonly kind: 'other-number';
      readonly of: Promised;
      readonly promised: number;
      readonly found: number;
    }
  /** The typed text is no whole number. */
  | { readonly kind: 'unreadable'; readonly of: Promised }
  /** Nothing is promised of it, and the organisation wants that. */
  | { readonly kind: 'unpromised'; readonly of: Promised }
  | { readonly kind: 'earlier-expiry'; readonly found: number };

/** The typed numbers as they are stored; null where nothing is promised. */
export function promiseOf({ numbers, noEarlierExpiry }: TypedPromise): RunPromise | null {
  const read = [...numbers].flatMap(([of, text]) => {
    const number = wholeNumberOf(text);
    return number === null ? [] : [{ of, number }];
  });
  if (read.length === 0 && !noEarlierExpiry) return null;
  return { numbers: read, ...(noEarlierExpiry && { noEarlierExpiry }) };
}

/**
 * The promises that a plan misses, in the order in which they were typed (docs/product.md 2.5). A
 * text that is no number is a miss too: it was meant to hold something. `isRequired`: the
 * organisation wants a promise (docs/policies.md).
 *
 * recipient-name "412", and 411 names change -> { of: recipient-name, promised: 412, found: 411 }
 */
export function missesOf(typed: TypedPromise, facts: PromisedFacts, isRequired = false): readonly Miss[] {
  const unreadable = [...typed.numbers].flatMap(([of, text]): readonly Miss[] =>
    text.trim() !== '' && wholeNumberOf(text) === null ? [{ kind: 'unreadable', of }] : [],
  );
  const named = new Set(unreadable.flatMap((miss) => ('of' in miss ? [miss.of] : [])));
  const promise = promiseOf(typed) ?? { numbers: [] }; // nothing readable was typed
  const missing = isRequired ? unpromisedIn(promise, facts).filter((of) => !named.has(of)) : [];
  return [
    ...unreadable,
    ...brokenIn(promise, facts),
    ...missing.map((of) => ({ kind: 'unpromised', of }) as const),
  ];
}

/** The numbers of a promise that the changes do not keep. */
export function brokenIn({ numbers, noEarlierExpiry }: RunPromise, facts: PromisedFacts): readonly Miss[] {
  const broken = numbers.flatMap(({ of, number: promised }): readonly Miss[] => {
    const found = foundOf(of, facts);
    const isKept = of === 'credits' ? found <= promised : found === promised;
    return isKept ? [] : [{ kind: 'other-number', of, promised, found }];
  });
  const { earlierExpiries: found } = facts;
  const isBroken = noEarlierExpiry === true && found > 0;
  return isBroken ? [...broken, { kind: 'earlier-expiry', found }] : broken;
}

/**
 * What a promise has to name where the organisation wants one, and does not: the number of
 * credentials, and each attribute that changes. What costs is bounded by a policy of its own.
 */
export function unpromisedIn({ numbers }: RunPromise, { fields }: PromisedFacts): readonly Promised[] {
  const promised = new Set(numbers.map(({ of }) => of));
  const needed: readonly Promised[] = ['credentials', ...fields.map(({ attribute }) => attribute)];
  return needed.filter((of) => !promised.has(of));
}

function foundOf(of: Promised, { changes, creditsAtMost, fields }: PromisedFacts): number {
  if (of === 'credentials') return changes;
  if (of === 'credits') return creditsAtMost;
  return fields.find(({ attribute }) => attribute === of)?.count ?? 0; // not there: none changes
}
