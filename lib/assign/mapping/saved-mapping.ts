import type { AttributeId, Attribute } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { DateFormat } from '../../sheet/dates/date-format';
import type {
  Assignment,
  BlankRule,
  ColumnChoice,
  Guess,
  GuessReason,
  WriteRule,
} from '../choice/assignment';
import type { ColumnFacts } from '../facts/describe-columns';
import { assignmentOf, mergeGuesses, withKey } from '../edit/edit-assignment';
import { FIRST_JOINED, type Join } from '../edit/joined-columns';
import { textTransformsOf, type TextTransform } from '../choice/text-transform';

/** What was decided for a column, known again by its name: never by its place, which changes from export to export. */
export interface SavedColumn {
  /** The header, or its fingerprint where no text of the sheet may be kept (header-fingerprint.ts). */
  readonly name: string;
  /** Null: skipped. */
  readonly attribute: AttributeId | null;
  readonly dateFormat: DateFormat | null;
  readonly blank: BlankRule;
  readonly write: WriteRule;
  readonly tidy?: TextTransform;
}

/** Two columns that were read as one, by their names. The joined one is known by both: `joinedName`. */
export interface SavedJoin {
  readonly first: string;
  readonly second: string;
}

/** An assignment of an earlier day, without a value of any sheet (docs/product.md 2.3). */
export interface SavedMapping {
  readonly day: Day;
  readonly columns: readonly SavedColumn[];
  readonly joins: readonly SavedJoin[];
  readonly key: AttributeId | null;
  /** The second half of the key, where it has one. */
  readonly alsoBy?: AttributeId;
}

/** What a remembered assignment says of the present columns. */
export interface RestoredMapping {
  /** Where it comes from, and of which day it is. */
  readonly reason: Extract<GuessReason, { kind: 'remembered' | 'from-file' }>;
  /** By column; those that it says nothing of are not in it. Their date formats are open. */
  readonly choices: ReadonlyMap<number, ColumnChoice>;
  /** The date format of last time, by column: for where neither this column nor the group's values tell one. */
  readonly dateFormats: ReadonlyMap<number, DateFormat>;
  readonly key: AttributeId | null;
  readonly alsoBy: AttributeId | null;
}

/** The name of a joined column, of the names of its two. */
export function joinedName({ first, second }: SavedJoin): string {
  return `${first}+${second}`;
}

/**
 * The names of all columns: the sheet's own (`names`, by column) and those of the joins of them. A join of a column
 * without a name has none.
 */
export function withJoinedNames(
  names: ReadonlyMap<number, string>,
  joins: readonly Join[],
): ReadonlyMap<number, string> {
  const all = new Map(names);
  for (const { column, first, second } of joins) {
    const [one, other] = [names.get(first), names.get(second)];
    if (one !== undefined && other !== undefined) all.set(column, joinedName({ first: one, second: other }));
  }
  return all;
}

/** What to remember of an assignment. `names`: of its columns. An undecided column is left out. */
export function toSavedMapping(
  { columns, key, alsoBy }: Assignment,
  joins: readonly Join[],
  names: ReadonlyMap<number, string>,
  day: Day,
): SavedMapping {
  return {
    day,
    key,
    ...(alsoBy !== undefined && { alsoBy }),
    joins: joins.flatMap(({ first, second }): SavedJoin[] => {
      const [one, other] = [names.get(first), names.get(second)];
      return one === undefined || other === undefined ? [] : [{ first: one, second: other }];
    }),
    columns: columns.flatMap(({ column, target, dateFormat, blank, write, transform }): SavedColumn[] => {
      const name = names.get(column);
      if (name === undefined || target.kind === 'undecided') return [];
      const attribute = target.kind === 'skip' ? null : target.id;
      return [
        { name, attribute, dateFormat, blank, write, ...(transform !== undefined && { tidy: transform }) },
      ];
    }),
  };
}

/**
 * What is remembered of these columns. An attribute that the account has no more leaves its column to be guessed or
 * decided, and so does one that two columns would get.
 */
export function restoreMapping(
  kind: RestoredMapping['reason']['kind'],
  saved: SavedMapping,
  names: ReadonlyMap<number, string>,
  attributes: readonly Attribute[],
): RestoredMapping {
  const byName = new Map(saved.columns.map((column) => [column.name, column]));
  const known = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const taken = new Set<AttributeId>();
  const choices = new Map<number, ColumnChoice>();
  const dateFormats = new Map<number, DateFormat>();
  for (const [column, name] of names) {
    const before = byName.get(name);
    if (before === undefined) continue;
    const { attribute: id, dateFormat, blank, write, tidy } = before;
    if (id === null) {
      choices.set(column, {
        column,
        target: { kind: 'skip' },
        dateFormat: null,
        blank: 'keep',
        write: 'always',
      });
      continue;
    }
    const attribute = known.get(id);
    if (attribute === undefined || taken.has(id)) continue;
    taken.add(id);
    const target = { kind: 'attribute', id } as const;
    choices.set(column, {
      column,
      target,
      dateFormat: null,
      blank: attribute.clearable || column >= FIRST_JOINED ? blank : 'keep',
      write,
      ...(tidy !== undefined && textTransformsOf(attribute).includes(tidy) && { transform: tidy }),
    });
    if (dateFormat !== null) dateFormats.set(column, dateFormat);
  }
  const { day, key, alsoBy = null } = saved;
  return { reason: { kind, day }, choices, dateFormats, key, alsoBy };
}

/** The joins that are remembered of these columns (`names`: the sheet's own), those of which both are here. */
export function restoreJoins({ joins }: SavedMapping, names: ReadonlyMap<number, string>): readonly Join[] {
  const byName = new Map([...names].map(([column, name]) => [name, column]));
  return joins.flatMap(({ first, second }, index): Join[] => {
    const [one, other] = [byName.get(first), byName.get(second)];
    if (one === undefined || other === undefined || one === other) return [];
    return [{ column: FIRST_JOINED + index, first: one, second: other }];
  });
}

/** Guesses with what is remembered in their place, and that as the reason. No guess takes an attribute from it. */
export function guessesWithMapping(
  guesses: readonly Guess[],
  { choices, reason }: RestoredMapping,
): readonly Guess[] {
  const restored = [...choices.values()].map(({ column, target }): Guess => ({
    column,
    target,
    reason,
    possible: null,
  }));
  const taken = new Set<string>();
  for (const { target } of restored) if (target.kind === 'attribute') taken.add(target.id);
  const others = guesses.filter(({ column }) => !choices.has(column));
  return [
    ...restored,
    ...others.map((guess): Guess => {
      const isTaken = guess.target.kind === 'attribute' && taken.has(guess.target.id);
      return isTaken ? { ...guess, target: { kind: 'undecided' }, reason: null } : guess;
    }),
  ];
}

/**
 * Takes what is remembered over where nothing is decided by hand (`decided`), with its blank rules and its key. Not with
 * its date formats: this sheet may come from another program than the last one, so its own column and the group's values
 * are asked first (`withFormatsOfValues`).
 */
export function applyMapping(
  restored: RestoredMapping,
  present: {
    readonly guesses: readonly Guess[];
    readonly assignment: Assignment;
    readonly attributes: readonly Attribute[];
  },
  facts: readonly ColumnFacts[],
  decided: ReadonlySet<number>,
): { readonly guesses: readonly Guess[]; readonly assignment: Assignment } {
  const guesses = guessesWithMapping(present.guesses, restored);
  const { columns } = assignmentOf(guesses, facts);
  const said = columns.map((choice): ColumnChoice => {
    const before = restored.choices.get(choice.column);
    if (before === undefined) return choice;
    const { blank, write, transform } = before;
    return { ...choice, blank, write, transform };
  });
  const merged = mergeGuesses({ columns: said, key: null }, present.assignment, decided, present.attributes);
  const { key, alsoBy } = restored;
  return { guesses, assignment: decided.size > 0 || key === null ? merged : withKey(merged, key, alsoBy) };
}
