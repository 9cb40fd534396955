import type { AttributeKind } from '../../credential/attribute';
import { daysSince1970, type Day } from '../../credential/day';
import { foldedText } from '../../credential/folded-name';
import type { Value } from '../../credential/value';

/** How a value changes, so that many changes of one shape can be decided as one. */
export type Shape =
  /** A day moves by whole years, months or days; forwards when `by` is above 0. */
  | { readonly kind: 'years' | 'months' | 'days'; readonly by: number }
  /** The part behind the @ of an e-mail. */
  | { readonly kind: 'domain'; readonly from: string; readonly to: string }
  | { readonly kind: 'case' | 'accents' | 'order' | 'spacing' | 'filled' | 'cleared' | 'other' }
  /** Words of a text. */
  | { readonly kind: 'removed' | 'added'; readonly words: string }
  /** One new value, whatever the present ones are. */
  | { readonly kind: 'to'; readonly value: string };

/** A shape as a text that is the same for equal shapes. */
export type ShapeKey = string & { readonly shape: unique symbol };

const PART = '\0';
const keyOf = (kind: Shape['kind'], ...parts: readonly (string | number)[]) =>
  [kind, ...parts].join(PART) as ShapeKey;
const plain = (kind: Shape['kind']) => kind as string as ShapeKey;

/** The shape of a change by itself: "2026-05-14" -> "2027-05-14" has moved by 1 year. */
export function shapeOf(before: Value, after: Value, kind: AttributeKind): ShapeKey {
  if (after === null) return plain('cleared');
  if (before === null) return plain('filled');
  if (typeof before !== 'string' || typeof after !== 'string') return plain('other');
  if (kind === 'day') return shapeOfMove(before as Day, after as Day);
  if (before.toLowerCase() === after.toLowerCase()) return plain('case');
  if (kind === 'email') return shapeOfEmail(before, after);
  return kind === 'name' || kind === 'text' ? shapeOfText(before, after) : plain('other');
}

/**
 * The shape of a change by its new value: every grade that becomes "Merit". Null for an empty one,
 * and for names and e-mails, which are of one person each.
 */
export function shapeByValue(after: Value, kind: AttributeKind): ShapeKey | null {
  return after === null || kind === 'name' || kind === 'email' ? null : keyOf('to', String(after));
}

/** The shape that a key is of. */
export function shapeOfKey(key: ShapeKey): Shape {
  const [kind, first, second] = key.split(PART) as [Shape['kind'], string, string]; // as `keyOf` joined them
  switch (kind) {
    case 'years':
    case 'months':
    case 'days':
      return { kind, by: Number(first) };
    case 'domain':
      return { kind, from: first, to: second };
    case 'removed':
    case 'added':
      return { kind, words: first };
    case 'to':
      return { kind, value: first };
    default:
      return { kind };
  }
}

/** The last day of February moves to the last day of another February by whole years. */
function shapeOfMove(before: Day, after: Day): ShapeKey {
  const [from, to] = [before.slice(5), after.slice(5)];
  const isFebruary = (text: string) => text === '02-28' || text === '02-29';
  const years = Number(after.slice(0, 4)) - Number(before.slice(0, 4));
  if (from === to || (isFebruary(from) && isFebruary(to) && years !== 0)) return keyOf('years', years);
  const months = years * 12 + Number(to.slice(0, 2)) - Number(from.slice(0, 2));
  if (from.slice(3) === to.slice(3)) return keyOf('months', months);
  const days = daysSince1970(after) - daysSince1970(before);
  // A custom attribute may hold a present value that is no day.
  return Number.isNaN(days) ? plain('other') : keyOf('days', days);
}

function shapeOfEmail(before: string, after: string): ShapeKey {
  const [at, atAfter] = [before.lastIndexOf('@'), after.lastIndexOf('@')];
  if (at < 1 || before.slice(0, at).toLowerCase() !== after.slice(0, atAfter).toLowerCase())
    return plain('other');
  return keyOf('domain', before.slice(at + 1).toLowerCase(), after.slice(atAfter + 1).toLowerCase());
}

function shapeOfText(before: string, after: string): ShapeKey {
  const [from, to] = [before.trim().split(SPACES), after.trim().split(SPACES)];
  if (from.length !== to.length) {
    const [long, short, kind] =
      from.length > to.length ? ([from, to, 'removed'] as const) : ([to, from, 'added'] as const);
    const more = wordsMore(long, short);
    if (more !== null) return keyOf(kind, more.join(' '));
  } else if (wordsMore(from, to)?.length === 0)
    return plain(before === after ? 'other' : sameWords(from, to));
  // Most texts differ in more than a few signs: then the slow questions are not asked.
  if (Math.abs(before.length - after.length) > MOST_SIGNS) return plain('other');
  if (before.replace(NO_LETTERS, '') === after.replace(NO_LETTERS, '')) return plain('spacing');
  const hasAccents = NOT_ASCII.test(before) || NOT_ASCII.test(after);
  return plain(hasAccents && foldedText(before) === foldedText(after) ? 'accents' : 'other');
}

/** Signs by which two texts may differ in length that have the same letters: "ß" and "ss". */
const MOST_SIGNS = 4;
const NOT_ASCII = /[^\0-\x7f]/;

const SPACES = /\s+/u;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

function sameWords(from: readonly string[], to: readonly string[]): Shape['kind'] {
  return from.every((word, at) => word === to[at]) ? 'spacing' : 'order';
}

/** The words that a text has besides all words of another one; null where it lacks one of them. */
function wordsMore(long: readonly string[], short: readonly string[]): readonly string[] | null {
  const more = [...long];
  for (const word of short) {
    const at = more.indexOf(word);
    if (at < 0) return null;
    more.splice(at, 1);
  }
  return more;
}
