import type { Attribute, AttributeId, KeyAttributeId } from '../../credential/attribute';
import { isKeyAttribute, KEY_ORDER } from '../../credential/attributes';
import type { Guess, GuessReason } from '../choice/assignment';
import type { Join } from '../edit/join';
import type { ColumnFacts } from '../facts/describe-columns';
import { aboutAnother } from './about-another';
import { IDS, WEIGHT, type ColumnGuess } from './column-guess';
import { guessColumn } from './guess-column';
import { headerText, withoutRepeatNumber } from './header-text';
import type { KeyColumn } from './key-of-its-rows';
import { NAMES, type KnownValues } from './known-values';
import { labelIndex } from './label-index';
import { isNamePart } from './name-headers';
import { nameParts } from './name-parts';
import { nothingSpeaks } from './nothing-speaks';
import { possibleByValues } from './possible-by-values';
import { addedByResults, isResultId } from './result-headers';

/** Share of the rows of one key that another one has to exceed: counts are of a sample. */
const CLEARLY = 0.9;
const NO_GUESS: ColumnGuess = { kind: 'perhaps', attribute: null };

/**
 * Guesses the attribute of each column from header and values (docs/product.md 2.3). An attribute
 * goes to its best column; a tie gives it to none. An uncertain column stays undecided, with what
 * it could be: a wrong guess overwrites data, an undecided column costs a click. A column for which
 * nothing speaks is skipped. `joins`: columns that are read as one.
 */
export function guessAssignment(
  facts: readonly ColumnFacts[],
  attributes: readonly Attribute[],
  known: KnownValues | null = null,
  joins: readonly Join[] = [],
): readonly Guess[] {
  const hasEmail = facts.some(({ shares, values }) => values > 0 && shares.email >= 0.8);
  const hasNamePart = facts.some(({ header }) => isNamePart(header));
  const headers = new Set(facts.map(({ header }) => headerText(withoutRepeatNumber(header))));
  const labels = labelIndex(attributes);
  const context = { attributes, labels, known, nameIsWhole: hasEmail && !hasNamePart, headers };
  const added = addedByResults(facts.map(({ header }) => header));
  const halves = new Set(joins.flatMap(({ first, second }) => [first, second]));
  // Columns of our own results hold ids too. They must not compete with the admin's columns.
  const isOut = (fact: ColumnFacts) => added.has(fact.header) || halves.has(fact.column);
  const guesses = withoutSecondKey(
    facts.map((fact) => {
      if (isOut(fact)) return NO_GUESS;
      return joinedName(fact, facts, joins, known) ?? guessColumn(fact, context);
    }),
    facts,
    known,
  );
  const winners = winnersOf(guesses);
  // Nothing is known before the group is read.
  const shareOf = (column: number) => known?.shareOf(column, 'recipient-email') ?? 0;
  const [held, another] = facts.filter(
    ({ column, header }) => shareOf(column) >= IDS && aboutAnother(header) !== 'person',
  );
  const guessed = facts.map((fact, index): Guess => {
    const { column } = fact;
    if (added.has(fact.header))
      return { column, target: { kind: 'skip' }, reason: { kind: 'added-by-results' }, possible: null };
    if (halves.has(column))
      return { column, target: { kind: 'skip' }, reason: { kind: 'joined' }, possible: null };
    const guess = guesses[index] ?? NO_GUESS;
    if (guess.kind === 'sure' && winners.get(guess.attribute) === index) {
      const target = { kind: 'attribute', id: guess.attribute } as const;
      return { column, target, reason: guess.reason, possible: null };
    }
    const possible = guess.attribute ?? possibleByValues(fact, context);
    // The one of several e-mail columns whose values the group has is the current e-mail. It is
    // for matching only.
    const isOld = possible === 'recipient-email' && !winners.has(possible) && fact === held && !another;
    return {
      column,
      target: { kind: 'undecided' },
      reason: null,
      possible: isOld ? 'present-email' : possible,
    };
  });
  return skipSilent(withResultIds(guessed, facts, known), facts, attributes, known);
}

/**
 * Takes the ids of our own results for the key where they find more rows than the key of the sheet:
 * e-mails that a run has changed find nothing any more.
 */
function withResultIds(
  guesses: readonly Guess[],
  facts: readonly ColumnFacts[],
  known: KnownValues | null,
): readonly Guess[] {
  const own = facts.find(({ header, column }) => {
    const guess = guesses.find((of) => of.column === column);
    return isResultId(header) && guess?.reason?.kind === 'added-by-results';
  });
  if (own === undefined || known === null) return guesses;
  const rowsBy = (fact: ColumnFacts | undefined, key: KeyAttributeId) =>
    fact === undefined ? 0 : known.shareOf(fact.column, key) * fact.values;
  const idOf = ({ target }: Guess) => (target.kind === 'attribute' ? target.id : null);
  const key = KEY_ORDER.find((id) => guesses.some((guess) => idOf(guess) === id));
  const column = guesses.find((guess) => idOf(guess) === key)?.column;
  const found =
    key === undefined
      ? 0
      : rowsBy(
          facts.find((fact) => fact.column === column),
          key,
        );
  if (key === 'credential-id' || rowsBy(own, 'credential-id') * CLEARLY <= found) return guesses;
  const percent = Math.floor(known.shareOf(own.column, 'credential-id') * 100);
  return guesses.map((guess): Guess =>
    guess.column === own.column
      ? {
          column: own.column,
          target: { kind: 'attribute', id: 'credential-id' },
          reason: { kind: 'values-are-ids-of-this-group', percent },
          possible: null,
        }
      : guess,
  );
}

/**
 * Skips the columns for which nothing speaks. None is skipped so where no column finds the
 * credentials, or where none is left that could change something: then every one may be meant.
 */
function skipSilent(
  guesses: readonly Guess[],
  facts: readonly ColumnFacts[],
  attributes: readonly Attribute[],
  known: KnownValues | null,
): readonly Guess[] {
  const keys = guesses.filter(({ target }) => target.kind === 'attribute' && isKeyAttribute(target.id));
  const next = guesses.map((guess, index): Guess => {
    const fact = facts[index];
    const isOpen = fact !== undefined && guess.target.kind === 'undecided';
    if (!isOpen || !nothingSpeaks(fact, guess, { attributes, known, hasKey: keys.length > 0 })) return guess;
    const { column } = guess;
    return { column, target: { kind: 'skip' }, reason: { kind: 'nothing-speaks' }, possible: null };
  });
  const mayWrite = next.some(({ target }) => {
    if (target.kind !== 'attribute') return target.kind === 'undecided';
    return !isKeyAttribute(target.id) || (target.id === 'recipient-email' && keys.length > 1);
  });
  return mayWrite ? next : guesses;
}

/** Takes the two halves of a name that are read as one for the recipient's name. */
function joinedName(
  fact: ColumnFacts,
  facts: readonly ColumnFacts[],
  joins: readonly Join[],
  known: KnownValues | null,
): ColumnGuess | null {
  const join = joins.find(({ column }) => column === fact.column);
  if (join === undefined) return null;
  const parts = nameParts(facts.filter(({ column }) => !joins.some((of) => of.column === column)));
  const isName = [join.first, join.second].every(
    (part) => part === parts?.given || part === parts?.family, // null: the sheet has no halves of a name
  );
  if (!isName) return NO_GUESS;
  const share = known?.shareOf(fact.column, 'recipient-name') ?? 0; // the group is not read yet
  const reason: GuessReason =
    share >= NAMES
      ? { kind: 'values-are-names-of-this-group', percent: Math.floor(share * 100) }
      : { kind: 'header-is-synonym' };
  return { kind: 'sure', attribute: 'recipient-name', weight: WEIGHT.words, reason };
}

/**
 * Offers a key that only its values speak for, where a header names another column as one, unless
 * the two find the same credentials. "Email" is the recipient's. Nobody knows whose the ids beside
 * it are.
 */
function withoutSecondKey(
  guesses: readonly ColumnGuess[],
  facts: readonly ColumnFacts[],
  known: KnownValues | null,
): readonly ColumnGuess[] {
  const keys = guesses.map((guess, index): (KeyColumn & { readonly isByValues: boolean }) | null => {
    const column = facts[index]?.column;
    if (column === undefined || guess.kind !== 'sure' || !isKeyAttribute(guess.attribute)) return null;
    return { column, key: guess.attribute, isByValues: guess.weight === WEIGHT.values };
  });
  const named = keys.filter((key) => key !== null && !key.isByValues);
  return guesses.map((guess, index) => {
    const key = keys[index];
    if (!key?.isByValues || named.every((other) => other && known?.findTheSame(key, other))) return guess;
    return { kind: 'perhaps', attribute: key.key };
  });
}

/** Index of the best column of each attribute. An attribute with a tie is missing. */
function winnersOf(guesses: readonly ColumnGuess[]): ReadonlyMap<AttributeId, number> {
  const best = new Map<AttributeId, { index: number; weight: number; isTie: boolean }>();
  guesses.forEach((guess, index) => {
    if (guess.kind !== 'sure') return;
    const before = best.get(guess.attribute);
    if (!before || guess.weight > before.weight)
      best.set(guess.attribute, { index, weight: guess.weight, isTie: false });
    else if (guess.weight === before.weight) before.isTie = true;
  });
  return new Map([...best].flatMap(([id, { index, isTie }]) => (isTie ? [] : [[id, index] as const])));
}
