import type { Credential } from '../../credential/credential';
import { int32At, itemAt } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import { compareAt } from '../diff/compare-ruled';
import type { Review } from '../cross-row/review';
import { placeIn } from '../single-row/review-frame';
import { readWrittenDay } from '../../sheet/dates/dates';
import type { AssignedColumn } from '../match/sheet-columns';
import { textFinder } from '../similarity/text-finder';

/**
 * Says of the row at a place whether a text is in it, without case and accents: in the name, e-mail
 * and id of its credential, its key, its row number, the present values, and the texts of its
 * changed cells; a day with the name of its month finds that day. `search` is not empty.
 */
export function searcher({ frame, rows }: Review, search: string): (place: number) => boolean {
  const { input, columns, attributes } = frame;
  const { table, group } = input;
  const { has, folded } = textFinder(search);
  const isNumber = /^\d+$/.test(folded);
  // "14 May 2027" finds 2027-05-14: days are shown as the reader writes them.
  const day = /\p{L}/u.test(search) ? readWrittenDay(search, 'day-month-year') : null;
  const hasDay = day === null ? has : textFinder(day).has;
  // Else a day is written in digits and hyphens: a text with anything else is in none.
  const mayBeDay = day !== null || /^[\d-]+$/.test(folded);
  const assigned = [
    ...columns.fields,
    ...columns.checks,
    ...columns.evidence.flatMap(({ url, description }) => [url, description].filter((of) => of !== null)),
  ].map((column) => ({
    column,
    at: placeIn(frame.placeOf, column.attribute.id),
    // Name and e-mail were looked at already, and a flag has no text.
    isLookedAt:
      isWho(column) ||
      column.attribute.kind === 'flag' ||
      (isDay(column) && column.attribute.custom === null && !mayBeDay),
  }));
  const shown = (column: AssignedColumn, row: number, credential: Credential) => {
    const cell = table.cell(row, column.column);
    if (has(textOf(cell))) return true;
    if (column.choice.ruled !== undefined) {
      const { text } = compareAt(table, row, column, credential).cell;
      return isDay(column) ? hasDay(text) : has(text);
    }
    // A day is shown as the platform writes it, however the sheet does.
    if (!mayBeDay || !isDay(column)) return false;
    const { after } = compareAt(table, row, column, credential).cell;
    return typeof after === 'string' && hasDay(after);
  };
  const isInKey = (row: number) => columns.key.some(({ column }) => has(textOf(table.cell(row, column))));
  return (place) => {
    const row = itemAt(table.rows, place);
    if ((isNumber && String(row) === folded) || isInKey(row)) return true;
    const credential = group.all[int32At(rows.position, place)];
    if (credential === undefined)
      return [columns.nameColumn, columns.emailColumn].some(
        (column) => column !== null && has(textOf(table.cell(row, column))),
      );
    const { id, recipientName, recipientEmail } = credential;
    if (id === search || (recipientName !== null && has(recipientName))) return true;
    if (recipientEmail !== null && has(recipientEmail)) return true;
    for (const { column, at, isLookedAt } of assigned) {
      const isReported = rows.outcomes[place * attributes.length + at] !== 0;
      if (isLookedAt && !isReported) continue;
      const present = column.presentOf(credential);
      const isIn = isDay(column) ? hasDay : has;
      if (!isLookedAt && typeof present === 'string' && isIn(present)) return true;
      if (isReported && shown(column, row, credential)) return true;
    }
    return false;
  };
}

function isWho({ attribute: { id } }: AssignedColumn): boolean {
  return id === 'recipient-name' || id === 'recipient-email';
}

function isDay({ attribute }: AssignedColumn): boolean {
  return attribute.kind === 'day';
}
