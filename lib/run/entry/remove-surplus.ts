import type { DoubledEvidence, Entry, EvidenceMark } from '../../journal/entry';
import type { PlatformProblem } from '../../platform/platform-problem';
import { credentialPath, readCredential, soughtBy } from '../../platform/read-credential';
import type { FreshCredential } from '../../platform/wire-credential';
import { duplicateEvidenceOf } from './duplicate-evidence';
import { mayBeOlder, momentOf } from './freshness';
import type { StepContext, StepEnd } from './step-context';

/** The credential without surplus evidence of ours, as far as it could be taken away. */
export interface WithoutSurplus {
  readonly kind: 'read';
  readonly entry: Entry;
  readonly fresh: FreshCredential;
  readonly doubled: readonly DoubledEvidence[];
}

/** Readings and deletions, one after the other, after which the rest is left to the admin. */
const MOST_ROUNDS = 3;
/** How long a reading shows what may be deleted. */
const FRESH_MS = 10_000;

/**
 * Takes evidence away again that the platform has more than once because our own request was
 * carried out more than once (docs/product.md 2.5). What is to be deleted is in the journal before
 * the first DELETE leaves: after a stop, reading shows what is left of it. Each round is decided by
 * a reading of its own, and its result is read back. A cancelled run deletes nothing.
 *
 * `fresh`: the credential as it was just read. Ends the step where the credential cannot be read
 * any more; the entry then stays open, and a later step goes on.
 */
export async function withoutSurplus(
  entry: Entry,
  fresh: FreshCredential,
  context: StepContext,
): Promise<WithoutSurplus | StepEnd> {
  const { change, credential, run, position } = entry;
  const mark = markOf(entry);
  let [current, now, readAt] = [entry, fresh, momentOf(context)];
  let noted = mark?.surplus ?? []; // nothing was to be deleted yet
  /** Evidence whose deletion the platform has answered: only of that its staying says something. */
  const answered = new Set<string>();
  for (let round = 1; ; round += 1) {
    const duplicates = duplicateEvidenceOf(change, now.credential.detail.evidence, mark?.before ?? null);
    const open = duplicates.flatMap(({ surplus }) => surplus);
    const isLast = open.length === 0 || round > MOST_ROUNDS || context.isCancelled();
    if (answered.size > 0 && open.length === 0) context.learn?.('surplus', 'removed');
    if (round > MOST_ROUNDS && open.some((id) => answered.has(id))) context.learn?.('surplus', 'stays');
    if (isLast || mark === null)
      return { kind: 'read', entry: current, fresh: now, doubled: doubledOf(noted, duplicates, now) };
    if (context.isStopped()) return { kind: 'left' };
    noted = joined(noted, duplicates);
    current = await noteSurplus(current, { ...mark, surplus: noted }, context);
    const isTooLate = () => mayBeOlder(readAt, FRESH_MS, context);
    for (const id of open) {
      const path = `${credentialPath(credential)}/evidence_items/${encodeURIComponent(id)}`;
      const sent = await context.client.sendUnless(isTooLate, { method: 'DELETE', path, effect: 'write' });
      if (sent.ok || sent.problem.code === 'refused') answered.add(id);
      if (sent.ok || sent.problem.code === 'not-found') continue;
      if (sent.problem.code === 'signed-out' || sent.problem.code === 'throttled') return endOf(sent.problem);
      break; // reading shows what is left
    }
    const read = await readCredential(context.client, soughtBy(change));
    if (!read.ok) return endOf(read.problem);
    [now, readAt] = [read.value, momentOf(context)];
  }

  function noteSurplus(of: Entry, evidence: EvidenceMark, { journal }: StepContext): Promise<Entry> {
    const { state } = of;
    if (state.kind !== 'sent' && state.kind !== 'in-doubt') throw new Error('evidence of an entry not sent');
    const { attempt, before } = state;
    return journal.transitionEntry(run, position, { kind: 'sent', attempt, before, evidence });
  }
}

/** Evidence from before the first request; null where it is not known. */
function markOf({ state }: Entry): EvidenceMark | null {
  return state.kind === 'sent' || state.kind === 'in-doubt' ? (state.evidence ?? null) : null;
}

type Surplus = NonNullable<EvidenceMark['surplus']>;

function joined(noted: Surplus, duplicates: ReturnType<typeof duplicateEvidenceOf>): Surplus {
  const idsOf = new Map(noted.map(({ attribute, ids }) => [attribute, ids]));
  for (const { attribute, surplus } of duplicates)
    idsOf.set(attribute, [...new Set([...(idsOf.get(attribute) ?? []), ...surplus])]); // none noted yet
  return Array.from(idsOf, ([attribute, ids]) => ({ attribute, ids }));
}

/** How often each evidence was there, and how many of them are gone. */
function doubledOf(
  noted: Surplus,
  duplicates: ReturnType<typeof duplicateEvidenceOf>,
  { credential }: FreshCredential,
): readonly DoubledEvidence[] {
  const left = new Set(credential.detail.evidence.map(({ id }) => id));
  const unnoted = duplicates.filter(({ attribute }) => !noted.some((one) => one.attribute === attribute));
  return [
    ...joined(
      noted,
      duplicates.filter((one) => !unnoted.includes(one)),
    ).map(({ attribute, ids }) => ({
      attribute,
      times: ids.length + 1,
      removed: ids.filter((id) => !left.has(id)).length,
    })),
    ...unnoted.map(({ attribute, times }) => ({ attribute, times, removed: 0 })),
  ];
}

/** The entry stays open: its next step reads, and goes on. */
function endOf(problem: PlatformProblem): StepEnd {
  if (problem.code === 'signed-out') return { kind: 'halt', reason: { kind: 'signed-out' } };
  if (problem.code === 'forbidden')
    return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
  return { kind: 'put-off', problem };
}
