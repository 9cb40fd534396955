import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Change, FieldChange } from '../../credential/change';
import type { Review } from '../cross-row/review';
import { placeOfRow } from '../match/row-place';
import { shapeOf, shapeOfKey } from '../similarity/change-shape';
import type { AlarmCode, WarningCode } from '../terms/finding';
import { isAlarm, isWarning } from '../terms/finding-codes';
import { codesOf, countedWith } from '../view/tally';
import { greedyCover } from './greedy-cover';
import { ROWS_OF_TRIAL } from './rows-of-trial';

/** One row of a trial. */
export interface TrialRow {
  /** The row of the sheet. */
  readonly row: number;
  readonly who: Change['who'];
  /** Attributes and kinds of finding that it shows and the rows before it do not. */
  readonly attributes: readonly AttributeId[];
  readonly codes: readonly (AlarmCode | WarningCode)[];
}

/** The rows that are tried first, and the changes of a plan with theirs in front. */
export interface Trial {
  readonly rows: readonly TrialRow[];
  readonly changes: readonly Change[];
}

/**
 * Chooses the rows of a plan on which it is tried: those that together have the most kinds of
 * change. A kind is an attribute with the way in which its value changes ("expiry-date", moved by
 * years), or a kind of warning. Null for a plan with no more rows than a trial has.
 */
export function trialOf(review: Review, changes: readonly Change[]): Trial | null {
  if (changes.length <= ROWS_OF_TRIAL) return null;
  const kinds = kindsOf(review, changes);
  const places = greedyCover(kinds, ROWS_OF_TRIAL).toSorted((a, b) => a - b);
  const seen = new Set<string>();
  const rows = places.flatMap((place): readonly TrialRow[] => {
    const change = changes[place];
    if (change === undefined) return []; // places are those of `changes`
    const adds = (kinds[place] ?? []).filter((kind) => !seen.has(kind));
    for (const kind of adds) seen.add(kind);
    return [{ row: change.row, who: change.who, ...partsOf(adds) }];
  });
  const isChosen = new Set(places);
  const first = places.flatMap((place) => changes[place] ?? []);
  return { rows, changes: [...first, ...changes.filter((_, place) => !isChosen.has(place))] };
}

const FIELD = 'field';
const CODE = 'code';
const PART = '\0';

/** The kinds of each change, as texts. */
function kindsOf(review: Review, changes: readonly Change[]): readonly (readonly string[])[] {
  const { input } = review.frame;
  const known = new Map(input.attributes.map((attribute) => [attribute.id, attribute]));
  const codes = codesOf(review)
    .filter((code) => isAlarm(code) || isWarning(code))
    .map((code) => ({ code, has: countedWith(review, code) }));
  return changes.map(({ row, fields }) => {
    const place = placeOfRow(input.table.rows, row);
    return [
      ...fields.map((field) => [FIELD, field.attribute, wayOf(field, known.get(field.attribute))].join(PART)),
      ...codes.filter(({ has }) => has(place)).map(({ code }) => [CODE, code].join(PART)),
    ];
  });
}

/** The way in which a value changes, without how far: a day by years, a text by its case. */
function wayOf({ before, after }: FieldChange, attribute: Attribute | undefined): string {
  if (typeof after === 'boolean') return String(after);
  return shapeOfKey(shapeOf(before, after, attribute?.kind ?? 'text')).kind; // none: not of this account
}

function partsOf(kinds: readonly string[]): Pick<TrialRow, 'attributes' | 'codes'> {
  const parts = kinds.map((kind) => kind.split(PART));
  const named = (of: string) => [...new Set(parts.flatMap(([what, name = '']) => (what === of ? name : [])))];
  return {
    attributes: named(FIELD) as readonly string[] as readonly AttributeId[],
    codes: named(CODE) as readonly (AlarmCode | WarningCode)[],
  };
}
