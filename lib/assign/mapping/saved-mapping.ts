import type { AttributeId, Attribute } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { DateFormat } from '../../sheet/dates/date-format';
import type {
  Assignment,
  BlankRule,
  ColumnChoice,
  DecidedTarget,
  Guess,
  GuessReason,
  WriteRule,
} from '../choice/assignment';
import type { ColumnFacts } from '../facts/describe-columns';
import { assignmentOf, mergeGuesses, withKey } from '../edit/edit-assignment';
import { defaultKey } from '../edit/default-key';
import { FIRST_JOINED, type Join } from '../edit/join';
import { textTransformsOf, type TextTransform } from '../choice/text-transform';
import type { AttributeRule } from '../choice/value-rule';
import { restoreRules, toSavedRules, withRestoredRules, type SavedRule } from './saved-rules';

/** Choice for a column, identified by name. The position changes from export to export. */
export interface SavedColumn {
  /**
   * Header, or its fingerprint where no text of the sheet may be stored (header-fingerprint.ts).
   */
  readonly name: string;
  /** Null for a skipped column. */
  readonly attribute: AttributeId | null;
  readonly dateFormat: DateFormat | null;
  readonly blank: BlankRule;
  readonly write: WriteRule;
  readonly tidy?: TextTransform;
}

/** Join of two columns by their names. `joinedName` names the joined column. */
export interface SavedJoin {
  readonly first: string;
  readonly second: string;
}

/** Assignment of an earlier day, without any value of a sheet (docs/product.md 2.3). */
export interface SavedMapping {
  readonly day: Day;
  readonly columns: readonly SavedColumn[];
  readonly joins: readonly SavedJoin[];
  readonly key: AttributeId | null;
  /** Second half of a composite key. */
  readonly alsoBy?: AttributeId;
  /** Missing: there is none. */
  readonly rules?: readonly SavedRule[];
}

/** Choice of a mapping: undecided columns are not saved. */
export interface RestoredChoice extends ColumnChoice {
  readonly target: DecidedTarget;
}

/** Saved mapping as far as it fits the current columns. */
export interface RestoredMapping {
  /** Source and day of the mapping. */
  readonly reason: Extract<GuessReason, { kind: 'remembered' | 'from-file' }>;
  /**
   * Choices by column; columns that the mapping does not know are missing. Date formats are null.
   */
  readonly choices: ReadonlyMap<number, RestoredChoice>;
  /**
   * Saved date formats by column. They apply only where neither the column nor the group's values
   * prove one.
   */
  readonly dateFormats: ReadonlyMap<number, DateFormat>;
  readonly key: AttributeId | null;
  readonly alsoBy: AttributeId | null;
  readonly rules: readonly AttributeRule[];
}

/** Name of a joined column, made of the names of its parts. */
export function joinedName({ first, second }: SavedJoin): string {
  return `${first}+${second}`;
}

/**
 * Names of all columns: the sheet's own (`names`, by column) and the joined ones. A join with an
 * unnamed part has none.
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

/**
 * Converts an assignment for saving. `names` are those of its columns. Undecided columns are not
 * saved.
 */
export function toSavedMapping(
  { columns, key, alsoBy, rules = [] }: Assignment,
  joins: readonly Join[],
  names: ReadonlyMap<number, string>,
  day: Day,
): SavedMapping {
  const savedRules = toSavedRules(rules, names);
  return {
    day,
    key,
    ...(alsoBy !== undefined && { alsoBy }),
    ...(savedRules.length > 0 && { rules: savedRules }),
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
 * Restores a mapping for the current columns. A column stays to be guessed when the account has
 * lost its attribute, or when another column already got it.
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
  const choices = new Map<number, RestoredChoice>();
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
  const rules = restoreRules(saved.rules ?? [], names, attributes); // most have none
  return { reason: { kind, day }, choices, dateFormats, key, alsoBy, rules };
}

/** Restores the saved joins whose two parts are both here. `names` are the sheet's own. */
export function restoreJoins({ joins }: SavedMapping, names: ReadonlyMap<number, string>): readonly Join[] {
  const byName = new Map([...names].map(([column, name]) => [name, column]));
  return joins.flatMap(({ first, second }, index): Join[] => {
    const [one, other] = [byName.get(first), byName.get(second)];
    if (one === undefined || other === undefined || one === other) return [];
    return [{ column: FIRST_JOINED + index, first: one, second: other }];
  });
}

/**
 * Replaces guesses by restored choices, with the mapping as the reason. No guess takes one of their
 * attributes.
 */
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
      if (!isTaken) return guess;
      return { column: guess.column, target: { kind: 'undecided' }, reason: null, possible: null };
    }),
  ];
}

/**
 * Applies a restored mapping, blank rules and key included, except to columns that the admin
 * decided (`decided`).
 *
 * Date formats are not applied here: this sheet may come from another program. Its own column and
 * the group's values are asked first (`withFormatsOfValues`).
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
  const { key, alsoBy, choices } = restored;
  // A key that nobody chose gives way to a better one, such as the ids of our own results.
  const isChosen = alsoBy !== null || key !== defaultKey([...choices.values()]);
  const isApplied = decided.size === 0 && key !== null && isChosen;
  const keyed = isApplied ? withKey(merged, key, alsoBy) : merged;
  return { guesses, assignment: withRestoredRules(keyed, restored.rules, decided) };
}
