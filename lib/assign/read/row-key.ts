import type { Attribute, AttributeId } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { comparableValue } from '../../credential/same-value';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import type { Assignment, ColumnChoice } from '../choice/assignment';
import { isFormulaError } from './formula-error';
import { keyTextsOf, lookUpText } from './key-text';
import { readCell, type UnreadableCode } from './read-cell';
import { digitsOf, isAbbreviatedNumber, shownNumber } from './read-id';

/** Column that rows are matched by. */
export interface KeyPart {
  readonly attribute: Attribute;
  readonly column: number;
  readonly choice: ColumnChoice;
}

/** Key of a sheet's rows: one column, or two that identify a credential only together. */
export type RowKey = readonly [KeyPart, ...KeyPart[]];

/**
 * Reasons why the key of a row cannot be read. The rules for rows without a credential report them
 * (review/rules/row-rules.ts).
 */
export type KeyProblem = Extract<
  UnreadableCode,
  'bad-date' | 'damaged-id' | 'damaged-number' | 'formula-error'
>;

/**
 * Reading of a row's key. A readable key is only its text, because there are 100,000 of them. Null
 * when a part is blank.
 */
export type KeyReading =
  string | null | { readonly code: KeyProblem; readonly attribute: AttributeId; readonly text: string };

/** Key of an assignment with its columns. Null without a key, or when a part has no column. */
export function rowKeyOf(assignment: Assignment, attributes: readonly Attribute[]): RowKey | null {
  const partOf = (id: AttributeId | null): KeyPart | null => {
    const choice = assignment.columns.find(({ target }) => target.kind === 'attribute' && target.id === id);
    const attribute = attributes.find((of) => of.id === id);
    return choice && attribute ? { attribute, column: choice.column, choice } : null;
  };
  const first = partOf(assignment.key);
  if (first === null || assignment.alsoBy === undefined) return first === null ? null : [first];
  const second = partOf(assignment.alsoBy);
  return second === null ? null : [first, second];
}

/** Lookup text of a row's key, as `keyTexts` gives it for credentials. */
export function readRowKey(table: Table, row: number, key: RowKey): KeyReading {
  const [first, second] = key;
  const one = readKeyCell(table.cell(row, first.column), first);
  if (second === undefined || typeof one === 'object') return one;
  const other = readKeyCell(table.cell(row, second.column), second);
  return typeof other === 'string' ? joinKeyTexts(one, other) : other;
}

/** Key of a row as the sheet shows it. */
export function shownRowKey(table: Table, row: number, key: RowKey): string {
  return key
    .map(({ column }) => textOf(table.cell(row, column)).trim())
    .filter((text) => text !== '')
    .join(' · ');
}

/** Lookup texts of a credential for a key. None when it lacks a part. */
export function keyTexts(credential: Credential, key: readonly Attribute[]): readonly string[] {
  const [first, second] = key;
  if (first === undefined) return [];
  const texts = keyTextsOf(credential, first);
  if (second === undefined) return texts;
  const others = keyTextsOf(credential, second);
  return texts.flatMap((text) => others.map((other) => joinKeyTexts(text, other)));
}

/**
 * Joins the parts of a composite key. The length in front keeps "a" + "bc" apart from "ab" + "c".
 */
function joinKeyTexts(one: string, other: string): string {
  return `${one.length}:${one}${other}`;
}

/**
 * Reads a key cell. Its value is not validated: an invalid e-mail matches nothing, unless the
 * platform has it too.
 */
function readKeyCell(cell: Cell, part: KeyPart): KeyReading {
  const { attribute, choice } = part;
  const { id } = attribute;
  if (cell.kind === 'blank') return null;
  if (cell.kind === 'error') return unreadableKey('formula-error', cell, part);
  if (attribute.kind === 'day') {
    const reading = readCell(cell, attribute, choice);
    if (reading.kind === 'unreadable')
      return unreadableKey(reading.code === 'formula-error' ? reading.code : 'bad-date', cell, part);
    return reading.kind === 'value' ? comparableValue(attribute, String(reading.value)) : null;
  }
  const numberOf = isKeyAttribute(id) ? digitsOf : shownNumber;
  const written = cell.kind === 'number' ? numberOf(cell) : textOf(cell);
  const damaged = attribute.kind === 'id' ? 'damaged-id' : 'damaged-number';
  if (written === null) return unreadableKey(damaged, cell, part);
  const text = isKeyAttribute(id) ? lookUpText(written, id) : comparableValue(attribute, written);
  if (text === null || text === '') return null;
  if (isAbbreviatedNumber(text)) return unreadableKey(damaged, cell, part);
  return isFormulaError(text) ? unreadableKey('formula-error', cell, part) : text;
}

function unreadableKey(code: KeyProblem, cell: Cell, { attribute: { id } }: KeyPart): KeyReading {
  return { code, attribute: id, text: textOf(cell) };
}
