import type { RunRecord } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import { brokenIn, unpromisedIn } from '../../review/plan/plan-promise';
import { countPromised, sumOf } from '../../review/plan/promised-facts';
import { changesIn, isWithin, valuesOfBegun } from './wanted-values';

/** Why a run may not begin by what was promised of it. */
export type NotKept =
  { readonly code: 'not-as-promised' } | { readonly code: 'not-allowed'; readonly by: 'promiseRequired' };

/**
 * Holds a run that was written down against what was promised of it (docs/policies.md). It is
 * counted from the very entries that are sent, whatever its panel has counted. `isRequired`:
 * without a whole promise it may not begin, but for one that goes on with runs that had theirs, and
 * has their values. Null: it may begin.
 */
export async function whyNotKept(
  journal: Journal,
  record: RunRecord,
  isRequired: boolean,
): Promise<NotKept | null> {
  const { promise, source } = record;
  if (promise === undefined) {
    if (!isRequired) return null;
    if (source?.kind !== 'retry') return NOT_PROMISED;
    const promised = await valuesOfBegun(journal, source.runs, (one) => one.promise !== undefined);
    return (await isWithin(journal, record, promised)) ? null : NOT_PROMISED;
  }
  let facts = countPromised([]);
  for await (const changes of changesIn(journal, record.id)) facts = sumOf(facts, countPromised(changes));
  // A change that came later would not have been counted.
  const isWhole = facts.changes === record.entries;
  if (!isWhole || brokenIn(promise, facts).length > 0) return { code: 'not-as-promised' };
  return isRequired && unpromisedIn(promise, facts).length > 0 ? NOT_PROMISED : null;
}

const NOT_PROMISED = { code: 'not-allowed', by: 'promiseRequired' } as const;
