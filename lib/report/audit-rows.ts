import type { AttributeId, AttributeKind } from '../credential/attribute';
import type { Value } from '../credential/value';
import type { Entry } from '../journal/entry';
import { writtenFields } from '../journal/written-fields';
import type { WrittenCell, WrittenRows } from '../sheet/cells/written-cell';
import type { FlagWords } from './template/column-form';
import { typedCount, typedValue } from './typed-value';
import { valuePairs } from './value-pairs';

/** The words of an audit record. They are messages, so they come from outside. */
export interface AuditWords {
  /** Facts of the run by their names. */
  readonly facts: readonly (readonly [name: string, fact: WrittenCell])[];
  readonly values: {
    readonly title: string;
    readonly headers: readonly [attribute: string, before: string, after: string, changes: string];
    /** Label of the pairs that are not listed. */
    readonly others: string;
  };
  readonly changes: {
    readonly title: string;
    readonly headers: readonly [
      row: string,
      credential: string,
      recipient: string,
      email: string,
      attribute: string,
      before: string,
      after: string,
      written: string,
      outcome: string,
      message: string,
      answer: string,
      sight: string,
      page: string,
    ];
  };
  /** Text in the place of values and changes that are deleted. */
  readonly deleted: string;
  /** Yes and no, as a CSV has them; a workbook has them as its program shows them. */
  readonly flags: FlagWords;
  readonly labelOf: (attribute: AttributeId) => string;
  readonly kindOf: (attribute: AttributeId) => AttributeKind;
  readonly outcomeOf: (entry: Entry) => {
    readonly status: string;
    readonly message: string;
    readonly sight: string;
    readonly page: string;
  };
}

/**
 * Makes the audit record of a run (docs/product.md 2.6): its facts, how often each attribute went
 * from which value to which, and a row for each field that was confirmed, with old and new value
 * and what became of it. Cells have their type. `entries` null: the values are deleted, and the
 * facts are all there is.
 */
export function auditRows(entries: readonly Entry[] | null, words: AuditWords): WrittenRows {
  const facts = words.facts.map(([name, fact]) => [name, fact]);
  if (entries === null) return [...facts, [], [words.deleted]];
  const cellOf = (attribute: AttributeId, value: Value) =>
    cellFor(value, words.kindOf(attribute), words.flags);
  const { pairs, rest } = valuePairs(entries);
  return [
    ...facts,
    [],
    [words.values.title],
    [...words.values.headers],
    ...pairs.map(({ attribute, before, after, count }) => [
      words.labelOf(attribute),
      cellOf(attribute, before),
      cellOf(attribute, after),
      typedCount(count),
    ]),
    ...Array.from(rest, ([attribute, count]) => [
      words.labelOf(attribute),
      words.values.others,
      '',
      typedCount(count),
    ]),
    [],
    [words.changes.title],
    [...words.changes.headers],
    ...entries.flatMap((entry) => fieldRows(entry, words)),
  ];
}

/** A value as a cell of its type; yes and no in words, where the file has no types. */
function cellFor(value: Value, kind: AttributeKind, [yes, no]: FlagWords): WrittenCell {
  return typeof value === 'boolean'
    ? { kind: 'flag', value, text: value ? yes : no }
    : typedValue(value, kind);
}

/** A row for each confirmed field of an entry. */
function fieldRows(entry: Entry, words: AuditWords): WrittenRows {
  const { change, state, credential } = entry;
  const { status, message, sight, page } = words.outcomeOf(entry);
  const written = new Set(writtenFields(change, state));
  const answer = state.kind === 'rejected' && state.status > 0 ? typedCount(state.status) : '';
  return change.fields.map((field): readonly WrittenCell[] => {
    const { attribute, before, after } = field;
    const kind = words.kindOf(attribute);
    return [
      typedCount(change.row),
      credential,
      change.who.name ?? '',
      change.who.email ?? '',
      words.labelOf(attribute),
      cellFor(before, kind, words.flags),
      cellFor(after, kind, words.flags),
      cellFor(written.has(field), 'flag', words.flags),
      status,
      message,
      answer,
      sight,
      page,
    ];
  });
}
