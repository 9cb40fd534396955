import type { AttributeId } from '../../credential/attribute';
import { BUILTIN_ATTRIBUTES, mayBeKey } from '../../credential/attributes';
import { dayOfTimestamp } from '../../credential/day';
import type { WriteRule } from '../choice/assignment';
import { failed, ok, type Result } from '../../result';
import type { DateFormat } from '../../sheet/dates/date-format';
import { TEXT_TRANSFORMS } from '../choice/text-transform';
import type { SavedMapping, SavedColumn, SavedJoin } from './saved-mapping';
import { readSavedRule, type SavedRule } from './saved-rules';

/** Identifies the kind of file, to people and to the reader. */
const FORMAT = 'update-credentials-assignment';
const VERSION = 1;
const WRITE_RULES: readonly WriteRule[] = ['always', 'only-empty', 'never'];
const DATE_FORMATS: readonly DateFormat[] = ['day-month-year', 'month-day-year', 'year-month-day'];

export type MappingFileProblem =
  | { readonly code: 'not-an-assignment-file' }
  /** The open sheet has none of its columns. */
  | { readonly code: 'no-column-of-it' }
  /** The browser cannot read it: it was moved or locked since it was chosen. */
  | { readonly code: 'file-unreadable' };

/**
 * Writes a mapping as a file for a colleague: headers and their attributes, no value of any row.
 */
export function writeMappingFile(assignment: SavedMapping): string {
  const { columns, ...whole } = assignment;
  const readable = columns.map(({ name, ...rest }) => ({ header: name, ...rest }));
  const file = { format: FORMAT, version: VERSION, ...whole, columns: readable };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Most bytes of a mapping, so that a video chosen by mistake is not read to its end. */
const LARGEST_FILE = 4_000_000;

/**
 * Reads a mapping file. Fails with `not-an-assignment-file` for anything else; nothing is guessed.
 */
export async function readMappingFile(file: Blob): Promise<Result<SavedMapping, MappingFileProblem>> {
  const no = failed({ code: 'not-an-assignment-file' } as const);
  if (file.size > LARGEST_FILE) return no;
  const text = await textOf(file);
  if (text === null) return failed({ code: 'file-unreadable' });
  const raw = parsed(text);
  if (!isRecord(raw) || raw['format'] !== FORMAT || raw['version'] !== VERSION) return no;
  const day = typeof raw['day'] === 'string' ? dayOfTimestamp(raw['day']) : null;
  const key = raw['key'] === null ? null : keyPartOf(raw['key']);
  // Only a composite key has a second half.
  const alsoBy = raw['alsoBy'] === undefined ? null : keyPartOf(raw['alsoBy']);
  if (day === null || key === undefined || alsoBy === undefined) return no;
  if (!Array.isArray(raw['columns']) || !Array.isArray(raw['joins'])) return no;
  const columns = raw['columns'].map(columnOf);
  const joins = raw['joins'].map(joinOf);
  if (!columns.every((column) => column !== null) || !joins.every((join) => join !== null)) return no;
  // Files of an earlier version have none.
  const rules = raw['rules'] === undefined ? [] : rulesIn(raw['rules']);
  if (rules === null) return no;
  return ok({
    day,
    key,
    ...(alsoBy !== null && { alsoBy }),
    ...(rules.length > 0 && { rules }),
    joins,
    columns,
  });
}

/**
 * Attribute that may be a key, else undefined. Whether the account has it is checked by
 * `restoreMapping`.
 */
function keyPartOf(raw: unknown): AttributeId | undefined {
  if (typeof raw !== 'string') return undefined;
  if (raw.startsWith('custom:')) return raw as AttributeId;
  return BUILTIN_ATTRIBUTES.find((attribute) => attribute.id === raw && mayBeKey(attribute))?.id;
}

/** Null where one of them is no rule: a part of the rules would do something else than all. */
function rulesIn(raw: unknown): readonly SavedRule[] | null {
  if (!Array.isArray(raw)) return null;
  const rules = raw.map(readSavedRule);
  return rules.every((rule) => rule !== null) ? rules : null;
}

function joinOf(raw: unknown): SavedJoin | null {
  if (!isRecord(raw)) return null;
  const { first, second } = raw;
  return typeof first === 'string' && typeof second === 'string' ? { first, second } : null;
}

function columnOf(raw: unknown): SavedColumn | null {
  if (!isRecord(raw)) return null;
  const { header, attribute, dateFormat, blank, write } = raw;
  const tidy = raw['tidy'] === undefined ? null : TEXT_TRANSFORMS.find((known) => known === raw['tidy']);
  const format = dateFormat === null ? null : DATE_FORMATS.find((known) => known === dateFormat);
  if (typeof header !== 'string' || format === undefined || tidy === undefined) return null;
  const rule = WRITE_RULES.find((known) => known === write);
  if ((blank !== 'keep' && blank !== 'clear') || rule === undefined) return null;
  if (attribute !== null && typeof attribute !== 'string') return null;
  // Whether the account has the attribute is checked by `restoreMapping`.
  return {
    name: header,
    attribute: attribute as SavedColumn['attribute'],
    dateFormat: format,
    blank,
    write: rule,
    ...(tidy !== null && { tidy }),
  };
}

/**
 * Text of the file, or null when the browser cannot read it. Its error names no reason that would
 * help.
 */
async function textOf(file: Blob): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that is no JSON is no mapping file, and is reported as that.
    return null;
  }
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
