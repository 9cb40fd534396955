import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { makeDay } from '../../credential/day';
import type { Value } from '../../credential/value';
import { valueReader } from '../../credential/value-of';

/** How the cells of a column are typed. */
export type CellForm = 'text' | 'number' | 'day' | 'flag';

/** A column of a download, ready to be written. */
export interface WrittenColumn {
  readonly attribute: AttributeId;
  readonly header: string;
  readonly isKey: boolean;
  readonly form: CellForm;
  readonly valueOf: (credential: Credential) => Value;
}

/** Numbers that any program shows and keeps as they are written. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,4})?$/;
/** Serial numbers of spreadsheets are days from here on; before it Excel counts a day too many. */
const FIRST_SERIAL_DAY = '1900-03-01';
/** Longest text of a cell in Excel. A longer one is not written: its blank cell keeps it. */
const LONGEST_TEXT = 32_767;

/**
 * How the column of an attribute is typed. Texts are numbers only where all of them are plain ones:
 * then the file has what the platform has. Ids never are.
 *
 * Examples: grades 95, 87.5 -> number. 95, A -> text. 95.0 -> text. 0012 -> text.
 */
export function formOf(attribute: Attribute, credentials: readonly Credential[]): CellForm {
  if (attribute.kind === 'day' || attribute.kind === 'flag') return attribute.kind;
  if (attribute.kind !== 'text' || attribute.id === 'credential-name') return 'text';
  const read = valueReader(attribute.id);
  let isFilled = false;
  for (const credential of credentials) {
    const value = read(credential);
    if (value === null) continue;
    if (typeof value !== 'string' || !isPlainNumber(value)) return 'text';
    isFilled = true;
  }
  return isFilled ? 'number' : 'text';
}

function isPlainNumber(text: string): boolean {
  return PLAIN_NUMBER.test(text) && String(Number(text)) === text;
}

/** Whether a value is a day that a cell can hold as one. A custom date may be any text. */
export function isSerialDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < FIRST_SERIAL_DAY) return false;
  return makeDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== null;
}

/** Yes and no in the admin's language, each read again in every language (read-flag.ts). */
export type FlagWords = readonly [yes: string, no: string];

/**
 * The text of a value in a download. Yes and no are words, which no language of a spreadsheet
 * program writes otherwise; TRUE becomes WAHR or VERO.
 */
export function downloadText(value: Value, flags: FlagWords): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? flags[0] : flags[1];
  return value.length > LONGEST_TEXT ? '' : value;
}
