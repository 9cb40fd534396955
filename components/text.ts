import { partsOfDay, type Day } from '../lib/credential/day';
import { formatsOf } from './formats';
import type { Lookup } from './message-file';
import { directionOf } from './languages';
import { isolated, withOwnIsolates } from './parts/isolated';
import { withSignsShown } from './parts/shown-signs';
import type messages from '../public/_locales/en/messages.json';

/**
 * Names of the messages in `public/_locales`. Codes have hyphens, names of messages may not: see
 * `named`.
 */
export type MessageName = keyof typeof messages;

let lookup: Lookup = (name) => name;
let locale = 'en';
let formats = formatsOf('en', 'en');

/**
 * Says where messages come from. Called by each program before it draws, and again when another
 * language is chosen (the browser's own message store is for entrypoints only). `language`: the BCP
 * 47 tag of the messages' language, which decides plurals and numbers too. `reader`: the tag of the
 * reader's own language, whose region decides how days are written.
 */
export function setMessages(source: Lookup, language: string, reader = language): void {
  lookup = source;
  locale = language;
  formats = formatsOf(language, reader);
}

/** The language of the messages, for the document's `lang` and for sorting. */
export function language(): string {
  return locale;
}

/**
 * A number as the language writes it. A text may be anybody's: signs that turn the sentence around
 * are drawn, and a name of the other direction is isolated. A text may also be a sentence of ours,
 * whose own isolates stay.
 */
function shown(value: string | number): string {
  if (typeof value === 'number') return formats.numbers.format(value);
  return isolated(withOwnIsolates(value, withSignsShown), directionOf(locale));
}

/**
 * The message in the admin's language. The substitutions stand for `$1` to `$9`, by which the
 * placeholders of a message are defined: the first one is `$COUNT$` where that is "$1". Numbers are
 * written as that language writes them.
 */
export function t(name: MessageName, ...substitutions: readonly (string | number)[]): string {
  return lookup(
    name,
    substitutions.map((value) => shown(value)),
  );
}

/** Messages that exist in the forms `_one` and `_other` (languages with more forms add theirs). */
export type PluralName = MessageName extends infer N
  ? N extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** The message for a count, which is the first substitution; further ones follow. */
export function tn(name: PluralName, count: number, ...substitutions: readonly (string | number)[]): string {
  const wanted = formats.plurals.select(count);
  const form = lookup(`${name}_${wanted}`, []) === '' ? 'other' : wanted;
  return lookup(
    `${name}_${form}`,
    [count, ...substitutions].map((value) => shown(value)),
  );
}

/** A day as the reader writes it, "3 Mar 2026". */
export function formatDay(day: Day): string {
  const parts = partsOfDay(day);
  // In UTC on both sides: the day stays the day in every time zone.
  return formats.days.format(Date.UTC(parts.year, parts.month - 1, parts.day));
}

/** A moment (milliseconds since 1970) in the admin's own time zone, "3 Mar 2026, 14:05". */
export function formatMoment(moment: number): string {
  return formats.moments.format(moment);
}

/** The time of day of a moment, with seconds, in the admin's own time zone, "14:05:20". */
export function formatClock(moment: number): string {
  return formats.clocks.format(moment);
}

/** The day of a moment in the admin's own time zone, "3 Mar 2026". */
export function formatDate(moment: number): string {
  return formats.dates.format(moment);
}

/** A number as the admin's language writes it. */
export function formatNumber(value: number): string {
  return formats.numbers.format(value);
}

/** A part of one, 0 to 1, as the admin's language writes it: 0.98 -> "98%", "98 %". */
export function formatPercent(share: number): string {
  return formats.percents.format(share);
}

/** A list in a sentence, "2, 3, and 9". */
export function formatList(words: readonly string[]): string {
  return formats.all.format(words);
}

/** A list by itself, "Recipient Name, Grade". */
export function formatUnits(words: readonly string[]): string {
  return formats.units.format(words);
}

type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : S;

/**
 * The message name of a code: `named('error', 'no-match')` is `error_no_match`. Given to `t` it
 * compiles only when every code of the type has its message.
 */
export function named<P extends string, C extends string>(prefix: P, code: C): `${P}_${Underscored<C>}` {
  // The type is that of each code; the text is the same replacement at run time.
  return `${prefix}_${code.replaceAll('-', '_')}` as `${P}_${Underscored<C>}`;
}

/** The same for a code whose message depends on a count: the name to give to `tn`. */
export function namedPlural<P extends string, C extends string>(
  prefix: P,
  code: C,
): `${P}_${Underscored<C>}` {
  return `${prefix}_${code.replaceAll('-', '_')}` as `${P}_${Underscored<C>}`;
}
