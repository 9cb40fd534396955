import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { CredentialId } from '../../credential/ids';
import type { Value } from '../../credential/value';
import { entriesOf } from '../../journal/entries-of';
import type { RunId, RunRecord } from '../../journal/entry';
import type { Journal } from '../../journal/journal';

/** The new values of a list of changes, by which a run is held against it. */
export type WantedValues = ReadonlyMap<CredentialId, ReadonlyMap<AttributeId, Value>>;

/** The new values of changes. */
export function wantedOf(changes: readonly Change[]): WantedValues {
  return new Map(
    changes.map(({ credential, fields }) => [
      credential,
      new Map(fields.map(({ attribute, after }) => [attribute, after])),
    ]),
  );
}

/**
 * The values of earlier runs that were allowed to begin, by `isAllowed`, and of those that went on
 * with them. A run that was only written down is not looked at: nobody has held it against
 * anything.
 */
export async function valuesOfBegun(
  journal: Journal,
  runs: readonly RunId[],
  isAllowed: (record: RunRecord) => boolean,
): Promise<WantedValues> {
  const wanted = new Map<CredentialId, Map<AttributeId, Value>>();
  const waiting = [...runs];
  const seen = new Set<RunId>();
  for (let run = waiting.pop(); run !== undefined; run = waiting.pop()) {
    if (seen.has(run)) continue;
    seen.add(run);
    const record = (await journal.readRun(run))?.record;
    if (record === undefined || record.state.kind === 'preparing') continue;
    if (record.source?.kind === 'retry') waiting.push(...record.source.runs);
    if (!isAllowed(record)) continue;
    for await (const changes of changesIn(journal, run))
      for (const [credential, values] of wantedOf(changes))
        wanted.set(credential, new Map([...(wanted.get(credential) ?? []), ...values]));
  }
  return wanted;
}

/**
 * Whether a run has only wanted values. All its changes have to be there: one that comes later
 * would not have been looked at.
 */
export async function isWithin(
  journal: Journal,
  { id, entries }: Pick<RunRecord, 'id' | 'entries'>,
  wanted: WantedValues,
): Promise<boolean> {
  let found = 0;
  for await (const changes of changesIn(journal, id)) {
    found += changes.length;
    for (const { credential, fields } of changes)
      for (const { attribute, after } of fields)
        if (wanted.get(credential)?.get(attribute) !== after) return false;
  }
  return found === entries;
}

/** The changes of a run that was written down, in parts. */
export async function* changesIn(journal: Journal, run: RunId): AsyncIterable<readonly Change[]> {
  for await (const entries of entriesOf(journal, run)) yield entries.map(({ change }) => change);
}
