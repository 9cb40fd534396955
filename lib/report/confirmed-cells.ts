import type { ColumnChoice } from '../assign/choice/assignment';
import type { Join } from '../assign/edit/join';
import { splitJoined, type JoinedPart } from '../assign/read/split-joined';
import type { Attribute, AttributeId } from '../credential/attribute';
import type { Change, FieldChange } from '../credential/change';
import { evidencePartOf } from '../credential/evidence-attribute';
import type { CredentialId } from '../credential/ids';
import { valueOf } from '../credential/value-of';
import { columnOf } from '../review/corrections/corrected-input';
import { excludedIn } from '../review/terms/exclusions';
import type { ReviewInput } from '../review/group/review-input';
import { isPartOfJoin, textOf } from '../sheet/cells/sheet';
import type { AttributeWords } from './attribute-headers';
import { valueText } from './value-text';

/** The texts of a result that replace the sheet's own cells. */
export interface ConfirmedCells {
  /**
   * The corrected cells of a row (by its number), by the `index` of the admin's column. Most rows
   * have none.
   */
  readonly inRow: (row: number) => ReadonlyMap<number, string>;
  /** Columns for what the admin's own columns cannot hold. Most results have none. */
  readonly added: readonly { readonly header: string; readonly inRow: (row: number) => string }[];
}

/** A review of which changes were sent. */
export interface ConfirmedReview {
  /** The reviewed sheet, with its corrections. */
  readonly input: ReviewInput;
  readonly joins: readonly Join[];
  /** The changes that were confirmed in it. */
  readonly changes: readonly Change[];
}

/**
 * Writes the corrections of a review as text into the admin's own columns, so that each attribute
 * reads from the file what was confirmed (docs/product.md 2.6: ready to be dropped again).
 * `sentFor` gives the credential for which a row was sent; null for other rows, which keep what the
 * admin wrote. `headers`: of added columns of built-in attributes.
 *
 * - A typed value stays as it was typed: it is read from the file by the same choices of its
 *   column, date format included.
 * - A cell or column that was excluded in a row that was sent gets the present value, where that is
 *   known.
 * - A decision about a conflict may have sent another value than the sheet's (`sent`, by
 *   credential). It gets that value; a day with the year in front, which every date format reads.
 * - A joined column has no cells of its own: its two parts are written, with as few changes as
 *   possible. A part that is assigned by itself stays as its attribute needs it. When the parts
 *   then cannot make the whole, a column with the whole is added; also when one part would be blank
 *   and blanks are kept, because half a name is not written.
 *
 * Example: "First" and "Last" are joined to the name, "Ada" and "Quin". The admin corrects the name
 * to "Ada Queen": "Last" becomes "Queen".
 */
export function confirmedCells(
  { input, joins, changes }: ConfirmedReview,
  sent: ReadonlyMap<CredentialId, readonly FieldChange[]>,
  sentFor: (row: number) => CredentialId | null,
  headers: AttributeWords['headers'],
): ConfirmedCells {
  const { table, assignment, attributes } = input;
  const { exclusions } = input.corrected;
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
  const ruled = assignment.columns.filter((choice) => choice.ruled !== undefined);
  const assignedJoins = joins.filter(({ column }) => attributeOf.has(column));

  /** The corrected texts of a row, by the assigned column, which may be a joined one. */
  const textsOf = (row: number): Map<number, string> => {
    const texts = new Map<number, string>();
    const put = (attribute: AttributeId, text: string | null) => {
      const column = columnOf(assignment, attribute);
      if (column !== null) texts.set(column, text ?? textOf(table.cell(row, column)));
    };
    for (const attribute of input.corrected.editedIn(row)) put(attribute, null);
    const credential = sentFor(row);
    if (credential === null) return texts;
    const now = present.get(credential);
    if (now !== undefined)
      for (const attribute of excludedIn(exclusions, row))
        if (isPlain.has(attribute)) put(attribute, valueText(valueOf(now, attribute)));
    const before = planned.get(credential)?.fields ?? [];
    for (const { attribute, after } of sent.get(credential) ?? []) {
      const isAsPlanned = before.some((field) => field.attribute === attribute && field.after === after);
      if (!isAsPlanned) put(attribute, valueText(after));
    }
    return texts;
  };
  const partOf = (texts: ReadonlyMap<number, string>, row: number, column: number): JoinedPart => {
    const cell = table.cell(row, column);
    const text = texts.get(column) ?? (cell.kind === 'error' ? null : textOf(cell));
    return { text, isFixed: attributeOf.has(column) };
  };
  /**
   * The text of a joined column in a row, and its two parts for it; null where nothing of it is
   * corrected.
   */
  const joinedIn = (texts: ReadonlyMap<number, string>, row: number, { column, first, second }: Join) => {
    if (![column, first, second].some((one) => texts.has(one))) return null;
    const whole = texts.get(column) ?? textOf(table.cell(row, column));
    const parts = splitJoined(whole, partOf(texts, row, first), partOf(texts, row, second));
    const isHalved = parts !== null && (parts[0] === '') !== (parts[1] === '');
    return { whole, parts: isHalved && keepsBlanks(column) ? null : parts };
  };
  const unsaid = assignedJoins.filter(
    (join) =>
      (keepsBlanks(join.column) || [join.first, join.second].some((part) => attributeOf.has(part))) &&
      table.rows.some((row) => joinedIn(textsOf(row), row, join)?.parts === null),
  );

  return {
    inRow(row) {
      const texts = textsOf(row);
      const own = new Map(texts);
      for (const join of assignedJoins) {
        own.delete(join.column);
        const parts = unsaid.includes(join) ? null : joinedIn(texts, row, join)?.parts;
        if (!parts) continue;
        for (const [column, text] of [
          [join.first, parts[0]],
          [join.second, parts[1]],
        ] as const)
          if (text !== partOf(texts, row, column).text?.trim()) own.set(column, text);
      }
      return own;
    },
    added: [...unsaid.map((join) => addedByJoin(join)), ...ruled.map((choice) => addedByRule(choice))],
  };

  function addedByJoin(join: Join) {
    return {
      header: labelOf(join.column),
      inRow(row: number) {
        const cell = table.cell(row, join.column);
        const text = textsOf(row).get(join.column);
        // Half a name was not written, and is not shown here.
        return text ?? (isPartOfJoin(cell) && keepsBlanks(join.column) ? '' : textOf(cell));
      },
    };
  }

  /** The value of a rule has no column in the sheet; it stands where it was confirmed. */
  function addedByRule({ column }: ColumnChoice) {
    const attribute = attributeOf.get(column);
    return {
      header: labelOf(column),
      inRow(row: number) {
        const credential = sentFor(row);
        const fields = credential === null ? [] : (sent.get(credential) ?? []); // it asked for nothing
        const field = fields.find((of) => of.attribute === attribute);
        return field === undefined ? (textsOf(row).get(column) ?? '') : valueText(field.after);
      },
    };
  }

  function labelOf(column: number): string {
    const attribute = attributes.find(({ id }) => id === attributeOf.get(column));
    return attribute === undefined ? '' : (headers[attribute.id] ?? attribute.label); // an own one has none
  }
}

/** Whether the search answers the value of an attribute, which is no part of a list. */
function isPlainlyKnown({ needsDetail, id }: Attribute): boolean {
  return !needsDetail && evidencePartOf(id) === null;
}
