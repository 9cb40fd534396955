import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Guess } from '../choice/assignment';
import type { ColumnFacts } from '../facts/describe-columns';
import { guessColumn, IDS, type ColumnGuess } from './guess-column';
import { headerText, withoutRepeatNumber } from './header-text';
import type { KnownValues } from './known-values';
import { addedByResults } from './result-headers';

const NO_GUESS: ColumnGuess = { kind: 'perhaps', attribute: null };

/** Headers of a part of a name, in the four languages. Where there is one, "Name" may be the surname. */
const NAME_PART =
  /^(?:.* )?(?:(?:first|last|given|family|middle|sur) ?names?|surname|forename|vorname|nachname|familienname|apellidos?(?: \d)?|prenoms?|nombres|nom de famille|primer nombre)(?: .*)?$/;

/**
 * Guesses what each column is for, from its header and its values (docs/product.md 2.3). An attribute goes to the one column
 * that speaks best for it; when two speak as well, neither gets it. What is not certain is left undecided, with what it
 * could be: a wrong guess overwrites data, an undecided column costs a click.
 */
export function guessAssignment(
  facts: readonly ColumnFacts[],
  attributes: readonly Attribute[],
  known: KnownValues | null = null,
): readonly Guess[] {
  const hasEmail = facts.some(({ shares, values }) => values > 0 && shares.email >= 0.8);
  const hasNamePart = facts.some(({ header }) => NAME_PART.test(headerText(withoutRepeatNumber(header))));
  const headers = new Set(facts.map(({ header }) => headerText(withoutRepeatNumber(header))));
  const context = { attributes, known, nameIsWhole: hasEmail && !hasNamePart, headers };
  const added = addedByResults(facts.map(({ header }) => header));
  // What results have added has the ids as well; it contests no column of the admin's own.
  const guesses = facts.map((fact) => (added.has(fact.header) ? NO_GUESS : guessColumn(fact, context)));
  const winners = winnersOf(guesses);
  // Before the group is read none is known.
  const shareOf = (column: number) => known?.shareOf(column, 'recipient-email') ?? 0;
  const [held, another] = facts.filter(({ column }) => shareOf(column) >= IDS);
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
      const possible = guess?.attribute ?? null; // a column that speaks for nothing
      // Of several columns of e-mails the one that the group has is that of before, which is only matched by.
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

/** The position of the best column of each attribute; an attribute with two equally good ones has none. */
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
