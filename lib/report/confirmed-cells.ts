import type { Join } from '../assign/edit/joined-columns';
import { splitJoined, type JoinedPart } from '../assign/read/split-joined';
import type { Attribute, AttributeId } from '../credential/attribute';
import type { Change, FieldChange } from '../credential/change';
import { evidencePartOf } from '../credential/evidence-attribute';
import type { CredentialId } from '../credential/ids';
import { valueOf } from '../credential/value-of';
import { columnOf } from '../review/corrections/corrected-input';
import { excludedIn, NO_EXCLUSIONS } from '../review/terms/exclusions';
import type { ReviewInput } from '../review/group/review-input';
import { isHalf, textOf } from '../sheet/cells/sheet';
import { valueText } from './value-text';

/** What a result says in the place of the sheet's own cells. */
export interface ConfirmedCells {
  /** The corrected cells of a row (its number), by the `index` of the admin's own column; most rows have none. */
  readonly inRow: (row: number) => ReadonlyMap<number, string>;
  /** Columns for what the admin's own cannot say; most results have none. */
  readonly added: readonly { readonly header: string; readonly inRow: (row: number) => string }[];
}

/** What was reviewed and sent. */
export interface ConfirmedReview {
  /** With the corrections in it. */
  readonly input: ReviewInput;
  readonly joins: readonly Join[];
  /** What was confirmed in it. */
  readonly changes: readonly Change[];
}

/**
 * The corrections of a review as text in the admin's own columns, such that each attribute reads from the file what was
 * confirmed (docs/product.md 2.6: ready to be dropped again). `sentFor` gives the credential for which a row was sent, null for rows
 * that were not: these keep what the admin wrote.
 *
 * - What was typed was read under the choices of its column, and is read the same from a file, a day by the column's date
 *   format too. (Only where a column is tidied again is it tidied as well.)
 * - A cell or column that was left out in a row that was sent was not wanted: the present value, where it is known.
 * - A decision about a conflict may have sent another value than the sheet's (`sent`, by credential): that value then, a
 *   day with the year in front, which every date format reads.
 * - A joined column has no cells of its own: its two parts are written, as little of them as can be. One that is assigned
 *   by itself stays as its attribute wants it; where the parts then cannot say the whole, a column is added that does. Nor
 *   can they where one of them would be blank and blanks are kept: half a name is not written.
 */
export function confirmedCells(
  { input, joins, changes }: ConfirmedReview,
  sent: ReadonlyMap<CredentialId, readonly FieldChange[]>,
  sentFor: (row: number) => CredentialId | null,
): ConfirmedCells {
  const { table, assignment, attributes } = input;
  const { exclusions = NO_EXCLUSIONS } = input;
  const present = new Map(input.group.all.map((credential) => [credential.id, credential]));
  const isPlain = new Set(attributes.filter(isPlainlyKnown).map(({ id }) => id));
  const planned = new Map(changes.map((change) => [change.credential, change]));
  const attributeOf = new Map(
    assignment.columns.flatMap(({ column, target }) =>
      target.kind === 'attribute' ? [[column, target.id] as const] : [],
    ),
  );
  const keepsBlanks = (column: number) =>
    assignment.columns.some((choice) => choice.column === column && choice.blank === 'keep');
  const assignedJoins = joins.filter(({ column }) => attributeOf.has(column));

  /** By the column that is assigned, which may be a joined one. */
  const textsOf = (row: number): Map<number, string> => {
    const texts = new Map<number, string>();
    const put = (attribute: AttributeId, text: string | null) => {
      const column = columnOf(assignment, attribute);
      if (column !== null) texts.set(column, text ?? textOf(table.cell(row, column))); // null: as it was reviewed
    };
    for (const attribute of input.editedIn?.(row) ?? []) put(attribute, null); // nothing was typed
    const credential = sentFor(row);
    if (credential === null) return texts;
    const now = present.get(credential);
    if (now !== undefined)
      for (const attribute of excludedIn(exclusions, row))
        if (isPlain.has(attribute)) put(attribute, valueText(valueOf(now, attribute)));
    const before = planned.get(credential)?.fields ?? []; // not sent in this run
    for (const { attribute, after } of sent.get(credential) ?? []) {
      const isAsPlanned = before.some((field) => field.attribute === attribute && field.after === after);
      if (!isAsPlanned) put(attribute, valueText(after));
    }
    return texts;
  };
  const partOf = (texts: ReadonlyMap<number, string>, row: number, column: number): JoinedPart => {
    const cell = table.cell(row, column);
    const text = texts.get(column) ?? (cell.kind === 'error' ? null : textOf(cell)); // not corrected
    return { text, isFixed: attributeOf.has(column) };
  };
  /** What a joined column is to say in a row, and its two parts so that they do; null where nothing of it is corrected. */
  const joinedIn = (texts: ReadonlyMap<number, string>, row: number, { column, first, second }: Join) => {
    if (![column, first, second].some((one) => texts.has(one))) return null;
    const whole = texts.get(column) ?? textOf(table.cell(row, column)); // only a part is corrected
    const parts = splitJoined(whole, partOf(texts, row, first), partOf(texts, row, second));
    const isHalved = parts !== null && (parts[0] === '') !== (parts[1] === '');
    return { whole, parts: isHalved && keepsBlanks(column) ? null : parts };
  };
  const unsaid = assignedJoins.filter(
    (join) =>
      (keepsBlanks(join.column) || [join.first, join.second].some((part) => attributeOf.has(part))) &&
      table.rows.some((row) => joinedIn(textsOf(row), row, join)?.parts === null), // null: not corrected
  );

  return {
    inRow(row) {
      const texts = textsOf(row);
      const own = new Map(texts);
      for (const join of assignedJoins) {
        own.delete(join.column);
        const parts = unsaid.includes(join) ? null : joinedIn(texts, row, join)?.parts; // null: not corrected
        if (!parts) continue;
        for (const [column, text] of [
          [join.first, parts[0]],
          [join.second, parts[1]],
        ] as const)
          if (text !== partOf(texts, row, column).text?.trim()) own.set(column, text); // null: it cannot stay
      }
      return own;
    },
    added: unsaid.map((join) => ({
      header: attributes.find(({ id }) => id === attributeOf.get(join.column))?.label ?? '', // assigned: it is there
      inRow(row) {
        const cell = table.cell(row, join.column);
        const text = textsOf(row).get(join.column);
        // Half of it was kept from being written, and says nothing here either.
        return text ?? (isHalf(cell) && keepsBlanks(join.column) ? '' : textOf(cell)); // not corrected
      },
    })),
  };
}

/** Whether a credential tells its value by itself: without being read whole, and in a place of its own. */
function isPlainlyKnown({ needsDetail, id }: Attribute): boolean {
  return !needsDetail && evidencePartOf(id) === null;
}
