import type { Attribute } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { sameValue } from '../../credential/same-value';
import type { Finding } from '../finding';
import type { JudgedRow } from '../review';
import { errorAt, NAMED_AT_MOST } from '../row-in-hand';

/**
 * Judges rows that were matched to the same credential. When all ask for exactly the same, nothing is wrong and the
 * first one counts: no findings. Otherwise every one of them is an error that names the others: which is meant only the
 * admin knows. A row with an error of its own among them asks for something that nobody can read, so it differs.
 */
export function repeated(rows: readonly JudgedRow[], attributes: readonly Attribute[]): readonly Finding[] {
  const [first, ...others] = rows;
  if (!first || others.every((row) => asksTheSame(first, row, attributes))) return [];
  return rows.map(({ row }) =>
    errorAt(row, 'repeated', null, {
      rows: rows
        .map((other) => other.row)
        .filter((other) => other !== row)
        .slice(0, NAMED_AT_MOST),
      count: rows.length,
    }),
  );
}

function asksTheSame(a: JudgedRow, b: JudgedRow, attributes: readonly Attribute[]): boolean {
  if (a.status === 'error' || b.status === 'error') return false;
  const left = a.change?.fields ?? []; // an unchanged row asks for nothing
  const right = b.change?.fields ?? [];
  const isAlike = (one: FieldChange, other: FieldChange) => {
    const attribute = attributes.find(({ id }) => id === one.attribute);
    if (!attribute || one.attribute !== other.attribute || one.evidenceId !== other.evidenceId) return false;
    return sameValue(attribute, one.after, other.after);
  };
  return left.length === right.length && left.every((one) => right.some((other) => isAlike(one, other)));
}
