import { evidencePartOf } from '../../credential/evidence-attribute';
import type { Change } from '../../credential/change';
import { clearFactOf, type AccountFacts } from '../../platform/account-facts';

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
    .map((way) => {
      const depending = changes.filter(DEPENDS[way]);
      return { way, rows: depending.length, known: knownOf(way, depending, learned) };
    })
    .filter(({ rows }) => rows > 0);
}

/** The rows of two parts of a list together. What is known counts where it is known of both. */
export function sumOfDoubts(
  one: readonly RowsInDoubt[],
  other: readonly RowsInDoubt[],
): readonly RowsInDoubt[] {
  const sums = new Map(one.map((doubt) => [doubt.way, doubt]));
  for (const doubt of other) {
    const before = sums.get(doubt.way) ?? { ...doubt, rows: 0 }; // not there: none
    const known = before.known === doubt.known ? doubt.known : null;
    sums.set(doubt.way, { ...doubt, rows: before.rows + doubt.rows, known });
  }
  return [...sums.values()];
}

/** The things that are known of one in all of these changes. */
function knownOf(
  way: UnknownWay,
  changes: readonly Change[],
  learned: AccountFacts | undefined,
): RowsInDoubt['known'] {
  if (way === 'clear') return clearingKnown(changes, learned);
  const fact = learned?.[way];
  if (fact === undefined) return null;
  return fact.is === 'taken' ? 'taken' : 'not-taken';
}

/**
 * Whether the values of these changes can be cleared; null where it is not known of all alike. Of
 * an attribute of which nothing is known, another that was cleared says that one of both ways is
 * taken.
 */
function clearingKnown(changes: readonly Change[], learned: AccountFacts | undefined): RowsInDoubt['known'] {
  const known = new Set(
    changes.flatMap(({ fields }) =>
      fields
        .filter(({ after }) => after === null)
        .map(({ attribute }) => {
          const fact = clearFactOf(attribute);
          const is = fact === null ? undefined : learned?.[fact]?.is;
          return is ?? (learned?.clear === undefined ? null : 'taken');
        }),
    ),
  );
  const [only = null] = known;
  if (known.size !== 1 || only === null) return null;
  return only === 'taken' ? 'taken' : 'not-taken';
}
