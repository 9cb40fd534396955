import type { Attribute } from '../../credential/attribute';
import { dayAfter, type Day } from '../../credential/day';
import type { CredentialId } from '../../credential/ids';
import type { Value } from '../../credential/value';
import { textOf } from '../../sheet/cells/sheet';
import type { ExportBase } from '../base/export-base';
import { wordingOf } from '../base/wordings';
import type { Review } from '../cross-row/review';
import type { AssignedColumn } from '../match/sheet-columns';
import type { Finding } from '../terms/finding';
import type { ReviewedCell, ReviewedRow } from '../terms/reviewed-row';

/** So many different values are tried of the group, and as many of the sheet's column. */
const MOST_TRIED = 2_000;
/** Days that are tried before and after each day that is known. */
const DAYS_TRIED = 3_660;

/** Values that digests have told, by credential and attribute. A digest never changes. */
const found = new WeakMap<ExportBase, Map<string, { readonly value: Value } | null>>();

/**
 * A `changed-since-download` with the value that was exported, as its third value. The record of a
 * download has digests alone (docs/product.md 3), so values that are at hand are tried: none, yes
 * and no, the group's present values, those of the sheet's column, and of a day ten years before
 * and after each of its two known ones. Where none of them has the digest, the finding stays as it
 * is. Asked only for rows that are looked at.
 *
 * Exported B, in the sheet A, on the platform C, and some other credential has B -> exported B.
 */
export function withExportedValue(
  review: Review,
  finding: Finding,
  { credential, cells }: Pick<ReviewedRow, 'credential' | 'cells'>,
): Finding {
  if (finding.code !== 'changed-since-download' || credential === null) return finding;
  const { base } = review.frame.input;
  const column = columnOf(review, finding.attribute);
  const cell = cells.find(({ attribute }) => attribute === finding.attribute);
  if (base === undefined || base === null || column === undefined || cell === undefined) return finding;
  const known = found.get(base) ?? new Map<string, { readonly value: Value } | null>();
  found.set(base, known);
  const name = `${credential} ${column.attribute.id}`;
  // Undefined: not tried yet. Null: tried in vain.
  const before = known.get(name);
  const value = before === undefined ? find(review, base, credential, column, cell) : before;
  known.set(name, value);
  return value === null ? finding : { ...finding, facts: { exported: value.value } };
}

function columnOf({ frame: { columns } }: Review, id: Finding['attribute']): AssignedColumn | undefined {
  const all = columns.address === null ? columns.fields : [...columns.fields, columns.address];
  return all.find(({ attribute }) => attribute.id === id);
}

function find(
  review: Review,
  base: ExportBase,
  credential: CredentialId,
  column: AssignedColumn,
  cell: ReviewedCell,
): { readonly value: Value } | null {
  const { attribute } = column;
  const exported = base.cellOf(credential, attribute.id);
  if (exported === null) return null;
  const tried = [
    null,
    ...likely(attribute, cell),
    ...presentValues(review, column),
    ...sheetTexts(review, column),
  ];
  const value = tried.find((one) => exported.is(wordingOf(attribute, one)));
  return value === undefined ? null : { value };
}

/** Values that follow from the kind of the attribute and the two values that are known. */
function likely({ kind }: Attribute, { before, after }: ReviewedCell): readonly Value[] {
  if (kind === 'flag') return [true, false];
  if (kind !== 'day') return [];
  const days = [before, after].flatMap((value) => (typeof value === 'string' ? [value as Day] : []));
  return days.flatMap((day) =>
    Array.from({ length: 2 * DAYS_TRIED + 1 }, (_, at) => dayAfter(day, at - DAYS_TRIED)),
  );
}

function presentValues({ frame: { input } }: Review, { presentOf }: AssignedColumn): readonly Value[] {
  const values = new Set<Value>();
  for (const credential of input.group.all) {
    values.add(presentOf(credential));
    if (values.size === MOST_TRIED) break;
  }
  return [...values];
}

function sheetTexts({ frame: { input } }: Review, { column }: AssignedColumn): readonly string[] {
  const { table } = input;
  const texts = new Set<string>();
  for (const row of table.rows) {
    texts.add(textOf(table.cell(row, column)));
    if (texts.size === MOST_TRIED) break;
  }
  return [...texts];
}
