import { evidencePartOf } from '../../credential/evidence-attribute';
import type { Change } from '../../credential/change';
import type { AccountFacts } from '../../platform/account-facts';

/** A thing that decides about rows and that nobody knows of the platform before it answers. */
export type UnknownWay = 'grade' | 'private' | 'clear';

/** How many rows depend on such a thing, and what earlier runs of the account have found out. */
export interface RowsInDoubt {
  readonly way: UnknownWay;
  readonly rows: number;
  /** Null: not known. `not-taken`: the platform leaves the value as it was. */
  readonly known: 'taken' | 'not-taken' | null;
}

/** Changes that depend on each: a grade or flag is written, a value is cleared. */
const DEPENDS: Readonly<Record<UnknownWay, (change: Change) => boolean>> = {
  grade: ({ fields }) => fields.some(({ attribute, after }) => attribute === 'grade' && after !== null),
  private: ({ fields }) => fields.some(({ attribute }) => attribute === 'private'),
  clear: ({ fields }) =>
    fields.some(({ attribute, after }) => after === null && evidencePartOf(attribute) === null),
};

/** How many of these changes depend on each thing; those on which none depends are not there. */
export function rowsInDoubt(
  changes: readonly Change[],
  learned: AccountFacts | undefined,
): readonly RowsInDoubt[] {
  const ways = Object.keys(DEPENDS) as UnknownWay[];
  return ways
    .map((way) => ({ way, rows: changes.filter(DEPENDS[way]).length, known: knownOf(way, learned) }))
    .filter(({ rows }) => rows > 0);
}

/** The rows of two parts of a list together. */
export function sumOfDoubts(
  one: readonly RowsInDoubt[],
  other: readonly RowsInDoubt[],
): readonly RowsInDoubt[] {
  const sums = new Map(one.map((doubt) => [doubt.way, doubt]));
  for (const doubt of other)
    sums.set(doubt.way, { ...doubt, rows: doubt.rows + (sums.get(doubt.way)?.rows ?? 0) }); // not there: none
  return [...sums.values()];
}

/** Known of a thing. Of clearing both ways are tried, so either of them is taken. */
function knownOf(way: UnknownWay, learned: AccountFacts | undefined): RowsInDoubt['known'] {
  if (way === 'clear') return learned?.clear === undefined ? null : 'taken';
  const fact = learned?.[way];
  if (fact === undefined) return null;
  return fact.is === 'taken' ? 'taken' : 'not-taken';
}
