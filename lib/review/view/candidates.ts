import { positionsBy } from '../match/match-rows';
import { readRowKey } from '../../assign/read/row-key';
import type { Credential } from '../../credential/credential';
import { diffRow } from '../diff/diff';
import { excludedIn } from '../terms/exclusions';
import type { Review } from '../cross-row/review';
import type { ReviewedCell } from '../terms/reviewed-row';

/** One of several credentials that a row's key finds, with what the row would change on it. */
export interface Candidate {
  readonly credential: Credential;
  readonly changes: readonly ReviewedCell[];
}

/** Nobody chooses one of thousands by looking. */
const MOST = 20;

/**
 * The credentials that the key of a row (its number) finds, at most 20, in the order of the group.
 */
export function candidatesOf({ frame }: Review, row: number): readonly Candidate[] {
  const { input, columns, index } = frame;
  const text = readRowKey(input.table, row, columns.key);
  const found = typeof text === 'string' ? positionsBy(text, input.group, columns, index) : undefined;
  const positions = typeof found === 'object' ? found : [];
  const { group } = input;
  const options = {
    cells: 'what-changes',
    excluded: excludedIn(frame.exclusions, row),
    group,
    isChosen: false, // the address is theirs: it found them
    base: input.base ?? null, // most sheets are no downloads
  } as const;
  return positions.slice(0, MOST).flatMap((position): readonly Candidate[] => {
    const credential = group.all[position];
    if (credential === undefined) return [];
    return [
      { credential, changes: diffRow(input.table, row, columns, credential, { ...options, position }).cells },
    ];
  });
}
