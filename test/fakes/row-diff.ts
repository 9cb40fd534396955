import type { AttributeId } from '../../lib/credential/attribute';
import type { EvidenceItem } from '../../lib/credential/credential';
import { diffRow, type DiffOptions } from '../../lib/review/diff/diff';
import { sheetColumnsOf } from '../../lib/review/match/sheet-columns';
import type { RowDiff } from '../../lib/review/terms/row-diff';
import { credentialOf, type WrittenCredential } from './credential';
import { reviewInputOf, type WrittenReview } from './review';
import type { WrittenCell } from './table';

/** A row of a sheet that is matched by the id of its credential, and the group around it. */
export interface WrittenRow extends Pick<WrittenReview, 'blank' | 'write' | 'dateFormat'> {
  readonly cells: readonly (readonly [AttributeId, WrittenCell])[];
  /** The credential of the row; Ada Lovelace's where nothing is said. */
  readonly present?: WrittenCredential;
  /** Evidence of the credential: its detail was read. */
  readonly evidence?: readonly EvidenceItem[];
  readonly others?: readonly WrittenCredential[];
  readonly excluded?: readonly AttributeId[];
  readonly which?: DiffOptions['cells'];
}

/** The table of such a row, its columns, and its credential in front of the others. */
export function rowOf({ cells, present = {}, evidence, others = [], ...rules }: WrittenRow) {
  const detail = evidence === undefined ? null : { description: null, phone: null, evidence };
  const own = credentialOf({ id: '1', detail, ...present });
  const input = reviewInputOf({
    columns: ['credential-id', ...cells.map(([id]) => id)],
    rows: [['1', ...cells.map(([, cell]) => cell)]],
    credentials: [own, ...others.map((other, at) => credentialOf({ id: String(at + 2), ...other }))],
    ...rules,
  });
  const columns = sheetColumnsOf(input.assignment, input.attributes);
  return { table: input.table, row: 2, columns, own, group: input.group };
}

/** The row compared with its credential. */
export function diffOf(written: WrittenRow): RowDiff {
  const { table, row, columns, own, group } = rowOf(written);
  const excluded = new Set(written.excluded ?? []);
  return diffRow(table, row, columns, own, {
    cells: written.which ?? 'what-changes',
    excluded,
    group,
    position: 0,
    isChosen: false,
    base: null,
  });
}

/** A comparison in lines. A part that the comparison has none of is missing. */
export interface DiffLines {
  /** "grade changed: A -> B" */
  readonly cells?: readonly string[];
  /** "grade: A -> B", with the id of the evidence item behind it. */
  readonly sent?: readonly string[];
  /** "expiry-date bad-date: soon" */
  readonly unreadable?: readonly string[];
  /** "license-id: L2" */
  readonly disagrees?: readonly string[];
  /** "grade number": a cell that becomes a text, and its kind in the file. */
  readonly typed?: readonly string[];
  readonly takesAnothersName?: true;
  readonly needsDetail?: true;
  readonly cosmetic?: number;
}

export function linesOf(diff: RowDiff): DiffLines {
  const { cells, fields, unreadable, typed, disagreements, takesAnothersName, needsDetail, cosmetic } = diff;
  return {
    ...some('cells', cells, ({ attribute, outcome, before, after, text }) => {
      const shown = String(after) === text ? '' : ` (${text})`;
      return `${attribute} ${outcome}: ${String(before)} -> ${String(after)}${shown}`;
    }),
    ...some('sent', fields, ({ attribute, before, after, evidenceId }) => {
      const item = evidenceId === undefined ? '' : ` #${evidenceId}`;
      return `${attribute}: ${String(before)} -> ${String(after)}${item}`;
    }),
    ...some('unreadable', unreadable, ({ attribute, code, text }) => `${attribute} ${code}: ${text}`),
    ...some('disagrees', disagreements, ({ attribute, text }) => `${attribute}: ${text}`),
    ...some('typed', typed, ({ attribute, kind }) => `${attribute} ${kind}`),
    ...(takesAnothersName && { takesAnothersName }),
    ...(needsDetail && { needsDetail }),
    ...(cosmetic !== 0 && { cosmetic }),
  };
}

function some<T>(name: keyof DiffLines, list: readonly T[], lineOf: (one: T) => string): DiffLines {
  return list.length === 0 ? {} : { [name]: list.map(lineOf) };
}
