import type { Attribute, AttributeId } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { Guess } from '../choice/assignment';
import type { ColumnFacts } from '../facts/describe-columns';
import { aboutAnother } from './about-another';
import { guessColumn, IDS, WEIGHT, type ColumnGuess } from './guess-column';
import { headerText, withoutRepeatNumber } from './header-text';
import type { KeyColumn } from './key-of-its-rows';
import type { KnownValues } from './known-values';
import { isNamePart } from './name-headers';
import { addedByResults } from './result-headers';

const NO_GUESS: ColumnGuess = { kind: 'perhaps', attribute: null };

/**
 * Guesses the attribute of each column from header and values (docs/product.md 2.3). An attribute
 * goes to its best column; a tie gives it to none. An uncertain column stays undecided, with what
 * it could be: a wrong guess overwrites data, an undecided column costs a click.
 */
export function guessAssignment(
  facts: readonly ColumnFacts[],
  attributes: readonly Attribute[],
  known: KnownValues | null = null,
): readonly Guess[] {
  const hasEmail = facts.some(({ shares, values }) => values > 0 && shares.email >= 0.8);
  const hasNamePart = facts.some(({ header }) => isNamePart(header));
  const headers = new Set(facts.map(({ header }) => headerText(withoutRepeatNumber(header))));
  const context = { attributes, known, nameIsWhole: hasEmail && !hasNamePart, headers };
  const added = addedByResults(facts.map(({ header }) => header));
  // Columns of our own results hold ids too. They must not compete with the admin's columns.
  const guesses = withoutSecondKey(
    facts.map((fact) => (added.has(fact.header) ? NO_GUESS : guessColumn(fact, context))),
    facts,
    known,
  );
  const winners = winnersOf(guesses);
  // Nothing is known before the group is read.
  const shareOf = (column: number) => known?.shareOf(column, 'recipient-email') ?? 0;
  const [held, another] = facts.filter(
    ({ column, header }) => shareOf(column) >= IDS && aboutAnother(header) !== 'person',
  );
  return facts.map((fact, index): Guess => {
    if (added.has(fact.header))
      return {
        column: fact.column,
        target: { kind: 'skip' },
        reason: { kind: 'added-by-results' },
        possible: null,
      };
    const guess = guesses[index];
    if (guess?.kind !== 'sure' || winners.get(guess.attribute) !== index) {
      const possible = guess?.attribute ?? null; // a column without any guess
      // The one of several e-mail columns whose values the group has is the current e-mail. It is
      // for matching only.
      const isOld = possible === 'recipient-email' && !winners.has(possible) && fact === held && !another;
      return {
        column: fact.column,
        target: { kind: 'undecided' },
        reason: null,
        possible: isOld ? 'present-email' : possible,
      };
    }
    const target = { kind: 'attribute', id: guess.attribute } as const;
    return { column: fact.column, target, reason: guess.reason, possible: null };
  });
}

/**
 * Offers a key that only its values speak for, where a header names another column as one, unless
 * the two find the same credentials. "Email" is the recipient's, and the ids beside it are who
 * knows whose.
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
