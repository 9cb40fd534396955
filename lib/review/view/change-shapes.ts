import type { AttributeId } from '../../credential/attribute';
import type { Value } from '../../credential/value';
import { int32At, itemAt, uint8At } from '../../element-at';
import type { Review, ShapeGroup } from '../cross-row/review';
import { compareAt } from '../diff/compare-ruled';
import { CHANGED, CLEARED } from '../single-row/row-columns';
import { shapeByValue, shapeOf, shapeOfKey, type Shape, type ShapeKey } from '../similarity/change-shape';
import type { FindingCode } from '../terms/finding';
import { countedWith, isIncluded } from './tally';

/** Cards that are shown for one attribute: nobody looks through more. The last one has the rest. */
const MOST_GROUPS = 12;
/** Cards of a kind that is about several attributes, which share them: two for each at least. */
const MOST_OF_KIND = 20;
const SAMPLES = 3;
/** Two shapes for each change: how it moves, and where to. */
const BOTH = 2;
const NO_SHAPE = -1;

interface Group {
  readonly attribute: AttributeId;
  readonly shape: ShapeKey;
  readonly places: Int32Array;
  readonly samples: readonly { readonly place: number; readonly before: Value; readonly after: Value }[];
}

/** The groups of each kind in a review: a card, its filter and its decision share them. */
const made = new WeakMap<Review, Map<FindingCode, readonly Group[]>>();

/**
 * The changes with a kind of warning, grouped by how they change their values, large groups first.
 * Empty for a kind that is not about how a value changes.
 *
 * 3,200 expiries a year later, 40 at 2030-12-31, 12 others -> three groups.
 */
export function changeShapes(review: Review, code: FindingCode): readonly ShapeGroup[] {
  const { rows } = review.frame.input.table;
  return groupsOf(review, code).map(({ attribute, shape, places, samples }) => ({
    attribute,
    key: shape,
    shape: shapeOfKey(shape),
    count: places.length,
    samples: samples.map(({ place, before, after }) => ({ row: itemAt(rows, place), before, after })),
  }));
}

/** The places of the rows in one group; none where there is no such group (any more). */
export function placesOfShape(
  review: Review,
  code: FindingCode,
  attribute: AttributeId,
  key: ShapeKey,
): Int32Array {
  const group = groupsOf(review, code).find((one) => one.attribute === attribute && one.shape === key);
  return group?.places ?? new Int32Array(0);
}

function groupsOf(review: Review, code: FindingCode): readonly Group[] {
  const ofReview = made.get(review) ?? new Map<FindingCode, readonly Group[]>();
  made.set(review, ofReview);
  const known = ofReview.get(code);
  if (known !== undefined) return known;
  const attributes = attributesOf(review, code);
  const share = Math.floor(MOST_OF_KIND / Math.max(1, attributes.length));
  const most = Math.min(MOST_GROUPS, Math.max(2, share));
  const groups = attributes.flatMap((attribute) => groupAttribute(review, code, attribute, most));
  ofReview.set(code, groups);
  return groups;
}

/** The attributes whose changes a kind of finding is about. */
function attributesOf({ frame, crossRow }: Review, code: FindingCode): readonly AttributeId[] {
  switch (code) {
    case 'name-change':
    case 'odd-name':
      return ['recipient-name'];
    case 'email-change':
      return ['recipient-email'];
    case 'renewal':
    case 'expiry-outside-year':
    case 'expiry-past':
      return ['expiry-date'];
    case 'future-issue':
      return ['issue-date'];
    case 'many-changes':
      return [...crossRow.manyChanges.keys()].map((at) => itemAt(frame.attributes, at));
    case 'value-cleared':
      return frame.attributes;
    default:
      return [];
  }
}

function groupAttribute(
  review: Review,
  code: FindingCode,
  attribute: AttributeId,
  most: number,
): readonly Group[] {
  const { frame, rows, crossRow } = review;
  const { table, group } = frame.input;
  const at = frame.placeOf.get(attribute);
  const column = frame.columns.fields.find((field) => field.attribute.id === attribute);
  if (at === undefined || column === undefined) return [];
  const wanted = code === 'value-cleared' ? [CLEARED] : [CHANGED, CLEARED];
  const isCounted = countedWith(review, code);
  const { length: width } = frame.attributes;
  const places = crossRow.reported.filter(
    (place) =>
      wanted.includes(uint8At(rows.outcomes, place * width + at)) &&
      isCounted(place) &&
      isIncluded(review, place),
  );
  const valuesAt = (place: number) => {
    const credential = group.all[int32At(rows.position, place)];
    if (credential === undefined) return { before: null, after: null }; // a change has one
    const { before, after } = compareAt(table, itemAt(table.rows, place), column, credential).cell;
    return { before, after };
  };
  const shapes = new ShapeCounts();
  const shapesAt = new Int32Array(places.length * BOTH);
  for (let n = 0; n < places.length; n += 1) {
    const { before, after } = valuesAt(int32At(places, n));
    const byValue = shapeByValue(after, column.attribute.kind);
    shapesAt[n * BOTH] = shapes.add(shapeOf(before, after, column.attribute.kind));
    shapesAt[n * BOTH + 1] = byValue === null ? NO_SHAPE : shapes.add(byValue);
  }
  return shapes.group(shapesAt, places, most).map(({ shape, places: own }) => {
    const samples = Array.from(own.subarray(0, SAMPLES), (place) => ({ place, ...valuesAt(place) }));
    return { attribute, shape, places: own, samples };
  });
}

/** Shapes by number, with how many changes may be of each. */
class ShapeCounts {
  readonly #numbers = new Map<ShapeKey, number>();
  readonly #keys: ShapeKey[] = [];
  readonly #counts: number[] = [];

  add(key: ShapeKey): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#keys.length;
      this.#numbers.set(key, number);
      this.#keys.push(key);
      this.#counts.push(0);
    }
    this.#counts[number] = itemAt(this.#counts, number) + 1;
    return number;
  }

  /** Puts each change into the larger one of its two groups; small ones become one of others. */
  group(
    shapesAt: Int32Array,
    places: Int32Array,
    most: number,
  ): readonly { shape: ShapeKey; places: Int32Array }[] {
    const other = 'other' satisfies Shape['kind'] as string as ShapeKey;
    const chosen = new Map<number, number[]>();
    for (let n = 0; n < places.length; n += 1) {
      const [move, value] = [int32At(shapesAt, n * BOTH), int32At(shapesAt, n * BOTH + 1)];
      const number = value !== NO_SHAPE && this.#isBetter(value, move, other) ? value : move;
      const own = chosen.get(number);
      if (own === undefined) chosen.set(number, [int32At(places, n)]);
      else own.push(int32At(places, n));
    }
    const sorted = [...chosen]
      .map(([number, own]) => ({ shape: itemAt(this.#keys, number), own }))
      .sort((a, b) => Number(a.shape === other) - Number(b.shape === other) || b.own.length - a.own.length);
    const large = sorted.filter(({ shape, own }) => shape !== other && own.length > 1);
    const kept =
      sorted.length <= most ? sorted.filter(({ shape }) => shape !== other) : large.slice(0, most - 1);
    const rest = sorted.filter((one) => !kept.includes(one)).flatMap(({ own }) => own);
    const groups = kept.map(({ shape, own }) => ({ shape, places: Int32Array.from(own) }));
    return rest.length === 0 ? groups : [...groups, { shape: other, places: Int32Array.from(rest).sort() }];
  }

  /** A new value that several have says more than a move that fewer have, or none. */
  #isBetter(value: number, move: number, other: ShapeKey): boolean {
    const [ofValue, ofMove] = [itemAt(this.#counts, value), itemAt(this.#counts, move)];
    const key = itemAt(this.#keys, move);
    if (key === other || key === 'filled') return ofValue > 1;
    return ofValue > ofMove;
  }
}
