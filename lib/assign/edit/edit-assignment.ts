import type { Attribute, AttributeId } from '../../credential/attribute';
import type { DateFormat } from '../../sheet/dates/date-format';
import type { Assignment, BlankRule, ColumnChoice, Guess, Target, WriteRule } from '../choice/assignment';
import { defaultKey, isAssigned } from './default-key';
import type { ColumnReport } from '../facts/column-report';
import type { ColumnFacts } from '../facts/describe-columns';
import type { Join } from './join';
import type { TextTransform } from '../choice/text-transform';
import type { AttributeRule } from '../choice/value-rule';
import { rulesOf, withoutRule, withoutRulesOn, withRules } from './assigned-rules';

/*
 * Edits of an assignment. Each returns a new one with two invariants: no attribute is assigned
 * twice, and the key is null or an assigned attribute.
 */

/** Choices of a column that nothing was decided for. */
const NOTHING_SAID = {
  target: { kind: 'undecided' },
  blank: 'keep',
  write: 'always',
  transform: undefined,
} as const;

/**
 * Turns guesses into an assignment. A date format is set only where the column itself proves it.
 */
export function assignmentOf(guesses: readonly Guess[], facts: readonly ColumnFacts[]): Assignment {
  const columns = facts.map((fact): ColumnChoice => {
    const guess = guesses.find(({ column }) => column === fact.column);
    return {
      column: fact.column,
      target: guess?.target ?? { kind: 'undecided' }, // a column without a guess
      dateFormat: fact.dateFormat.kind === 'proved' ? fact.dateFormat.format : null,
      blank: 'keep',
      write: 'always',
    };
  });
  return { columns, key: defaultKey(columns) };
}

/**
 * Merges new guesses with what the admin decided. Columns in `decided` stay as in `kept`, and no
 * guess takes their attribute. A key that is not the default stays too.
 *
 * A column whose attribute is not among `attributes` any more (another account) is undecided again.
 * Otherwise it would be skipped without a word.
 */
export function mergeGuesses(
  guessed: Assignment,
  kept: Assignment,
  decided: ReadonlySet<number>,
  attributes: readonly Attribute[],
): Assignment {
  const keptChoices = new Map(kept.columns.map((choice) => [choice.column, choice]));
  const taken = new Set<string>(rulesOf(kept).map(({ attribute }) => attribute));
  for (const { column, target } of kept.columns)
    if (decided.has(column) && target.kind === 'attribute') taken.add(target.id);
  const columns = guessed.columns.map((choice): ColumnChoice => {
    const before = keptChoices.get(choice.column);
    if (before && decided.has(choice.column)) {
      const { target } = before;
      const isKnown = target.kind !== 'attribute' || attributes.some(({ id }) => id === target.id);
      return isKnown ? before : { ...before, ...NOTHING_SAID };
    }
    const isTaken = choice.target.kind === 'attribute' && taken.has(choice.target.id);
    return isTaken ? { ...choice, target: { kind: 'undecided' } } : choice;
  });
  return keyed(kept, columns);
}

/**
 * Gives a column a target. Another column with that attribute becomes undecided. The rules of the
 * column return to the safe defaults, because "clear" was chosen for another attribute.
 */
export function withTarget(
  assignment: Assignment,
  column: number,
  target: Target,
  attributes: readonly Attribute[],
): Assignment {
  if (target.kind === 'attribute' && !attributes.some(({ id }) => id === target.id)) return assignment;
  const columns = assignment.columns.map((choice): ColumnChoice => {
    if (choice.column === column) return { ...choice, ...NOTHING_SAID, target };
    const loses = target.kind === 'attribute' && isFor(choice, target.id);
    return loses ? { ...choice, ...NOTHING_SAID } : choice;
  });
  return keyed(target.kind === 'attribute' ? withoutRule(assignment, target.id) : assignment, columns);
}

/**
 * Applies a change of joins. A new joined column is undecided and its two parts are skipped. The
 * parts of a removed join are undecided again.
 */
export function withJoins(assignment: Assignment, before: readonly Join[], now: readonly Join[]): Assignment {
  const isIn = (joins: readonly Join[], column: number) => joins.some((join) => join.column === column);
  const added = now.filter(({ column }) => !isIn(before, column));
  const gone = before.filter(({ column }) => !isIn(now, column));
  const partOf = (joins: readonly Join[], column: number) =>
    joins.some(({ first, second }) => column === first || column === second);
  const columns = assignment.columns.flatMap((choice): ColumnChoice[] => {
    if (isIn(gone, choice.column)) return [];
    if (partOf(added, choice.column)) return [{ ...choice, ...NOTHING_SAID, target: { kind: 'skip' } }];
    return [partOf(gone, choice.column) ? { ...choice, target: { kind: 'undecided' } } : choice];
  });
  const all = [
    ...columns,
    ...added.map(({ column }): ColumnChoice => ({
      column,
      ...NOTHING_SAID,
      dateFormat: null,
    })),
  ];
  return keyed(
    withoutRulesOn(
      assignment,
      gone.map(({ column }) => column),
    ),
    all,
  );
}

/**
 * Adds a value rule, in the place of an earlier one of its attribute. A column with the attribute
 * is skipped: an attribute has a column or a rule.
 */
export function withRule(assignment: Assignment, rule: AttributeRule): Assignment {
  const columns = assignment.columns.map((choice): ColumnChoice =>
    isFor(choice, rule.attribute) ? { ...choice, ...NOTHING_SAID, target: { kind: 'skip' } } : choice,
  );
  const others = rulesOf(withoutRule(assignment, rule.attribute));
  return withRules(keyed(assignment, columns), [...others, rule]);
}

/** Skips every column that is still undecided. */
export function skipRest(assignment: Assignment): Assignment {
  return withColumns(assignment, ({ target }) => target.kind === 'undecided', { target: { kind: 'skip' } });
}

/** Sets the order of day, month and year of a column's written dates. */
export function withDateFormat(
  assignment: Assignment,
  column: number,
  dateFormat: DateFormat | null,
): Assignment {
  return withColumns(assignment, (choice) => choice.column === column, { dateFormat });
}

/**
 * Applies the date formats that columns and current values decide (docs/product.md 2.3), except to
 * columns that the admin decided (`chosen`). Returns the same assignment when nothing changes.
 */
export function withFormatsOfValues(
  assignment: Assignment,
  reports: readonly ColumnReport[],
  chosen: ReadonlySet<number>,
): Assignment {
  let next = assignment;
  for (const { column, dateFormat } of assignment.columns) {
    const dates = reports.find((report) => report.column === column)?.dates;
    if (!dates || chosen.has(column) || dates.format === dateFormat) continue;
    next = withDateFormat(next, column, dates.format);
  }
  return next;
}

/** Sets when the values of a column are written. */
export function withWrite(assignment: Assignment, column: number, write: WriteRule): Assignment {
  return withColumns(assignment, (choice) => choice.column === column, { write });
}

/** Sets the transform of a column; undefined for none. */
export function withTransform(
  assignment: Assignment,
  column: number,
  transform: TextTransform | undefined,
): Assignment {
  return withColumns(assignment, (choice) => choice.column === column, { transform });
}

/** Sets the meaning of a blank cell of a column. */
export function withBlank(assignment: Assignment, column: number, blank: BlankRule): Assignment {
  return withColumns(assignment, (choice) => choice.column === column, { blank });
}

/**
 * Sets the key: one attribute, or two (`alsoBy`). An attribute without a column cannot be chosen.
 */
export function withKey(
  assignment: Assignment,
  key: AttributeId,
  alsoBy: AttributeId | null = null,
): Assignment {
  const { columns } = assignment;
  if (!isAssigned(columns, key)) return assignment;
  const rules = rulesOf(assignment);
  if (alsoBy === null) return withRules({ columns, key }, rules);
  if (!isAssigned(columns, alsoBy) || alsoBy === key) return assignment;
  return withRules({ columns, key, alsoBy }, rules);
}

/** Sets whether the key is looked for in other spellings too. */
export function withAnySpelling(
  { anySpelling: _before, ...assignment }: Assignment,
  anySpelling: boolean,
): Assignment {
  return anySpelling ? { ...assignment, anySpelling } : assignment;
}

function withColumns(
  assignment: Assignment,
  which: (choice: ColumnChoice) => boolean,
  change: Partial<ColumnChoice>,
): Assignment {
  const columns = assignment.columns.map((choice) => (which(choice) ? { ...choice, ...change } : choice));
  return { ...assignment, columns };
}

function isFor(choice: ColumnChoice, id: string): boolean {
  return choice.target.kind === 'attribute' && choice.target.id === id;
}

/** Keeps the admin's key as long as it is assigned. A default key gives way to a better one. */
function keyed(before: Assignment, columns: readonly ColumnChoice[]): Assignment {
  return withRules(keyOf(before, columns), rulesOf(before));
}

function keyOf(before: Assignment, columns: readonly ColumnChoice[]): Assignment {
  const { key, alsoBy } = before;
  const isDefault = alsoBy === undefined && key === defaultKey(before.columns);
  const byDefault = withSpellingOf(before, { columns, key: defaultKey(columns) });
  if (key === null || isDefault || !isAssigned(columns, key)) return byDefault;
  if (alsoBy === undefined) return withSpellingOf(before, { columns, key });
  return isAssigned(columns, alsoBy) ? { columns, key, alsoBy } : byDefault;
}

/** Keeps looking for other spellings as long as the same column is the key. */
function withSpellingOf(before: Assignment, after: Assignment): Assignment {
  const columnOf = ({ columns, key }: Assignment) =>
    columns.find(({ target }) => target.kind === 'attribute' && target.id === key)?.column;
  const isSame = before.key === after.key && columnOf(before) === columnOf(after);
  return withAnySpelling(after, isSame && before.anySpelling === true);
}
