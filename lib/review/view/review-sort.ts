import type { Value } from '../../credential/value';
import { valueOf } from '../../credential/value-of';
import { int32At, itemAt } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import { compareAt } from '../diff/compare-ruled';
import type { Review, ReviewSort } from '../cross-row/review';

/**
 * Sorts places of rows by an attribute: by the new value where a cell changes, by the present one
 * where it does not, cells without a value last. Rows that are equal stay in the order of the
 * sheet.
 */
export function sortPlaces(review: Review, places: Int32Array, sort: ReviewSort | null): Int32Array {
  if (sort === null) return places;
  const sign = sort.descending ? -1 : 1;
  if (sort.by === 'row') return sort.descending ? places.toReversed() : places;
  const textAt = textsOf(review, sort.by);
  const texts = new Map(Array.from(places, (place) => [place, textAt(place)]));
  // Numbers in a text count as numbers: grade 9 stands before grade 10.
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return places.toSorted((a, b) => {
    const [left = '', right = ''] = [texts.get(a), texts.get(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '') || a - b;
    return sign * compare(left, right) || a - b;
  });
}

function textsOf({ frame, rows }: Review, by: Exclude<ReviewSort['by'], 'row'>): (place: number) => string {
  const { input, columns } = frame;
  const { table, group } = input;
  const written = (place: number, column: number) => textOf(table.cell(itemAt(table.rows, place), column));
  const credentialAt = (place: number) => group.all[int32At(rows.position, place)];
  if (by === 'who')
    return (place) =>
      credentialAt(place)?.recipientName ?? written(place, columns.nameColumn ?? columns.key[0].column);
  const column = [...columns.fields, ...columns.checks].find(({ attribute }) => attribute.id === by);
  const at = frame.placeOf.get(by);
  return (place) => {
    const credential = credentialAt(place);
    if (credential === undefined) return '';
    const present: Value = valueOf(credential, by);
    const isReported = at !== undefined && rows.outcomes[place * frame.attributes.length + at] !== 0;
    if (!isReported || column === undefined) return String(present ?? '');
    return String(compareAt(table, itemAt(table.rows, place), column, credential).cell.after ?? '');
  };
}
