import type { CheckedSource, RunId } from '../../journal/entry';
import type { Journal, JournalRun } from '../../journal/journal';
import type { ChangeSet } from '../../report/change-set/change-set';
import { openSet } from '../../report/change-set/open-set';
import { failed, ok, type Result } from '../../result';
import { fromBase64 } from '../../secrets/seal';
import { sha256Of } from '../../secrets/sha256';
import type { CommandHandler } from '../contract/background-contract';
import type { ChangeSetProblem } from '../contract/change-set-answers';
import { withRuns, type OpenRuns } from './open-runs';
import { isWithin, valuesOfBegun, wantedOf, type WantedValues } from './wanted-values';

/** A change set that the second person has opened here. */
interface OpenedHere {
  readonly source: CheckedSource;
  readonly wanted: WantedValues;
}

/** Changes that are handed on in one message. */
const PART = 500;

/** Why a run may not begin: no second person has accepted it, or not as it is. */
export type NotAccepted = 'not-checked' | 'not-as-accepted';

export interface AcceptedSets {
  readonly openChangeSet: CommandHandler<'open-change-set'>;
  /**
   * Holds a run that was written down against the set that it says it is of: every value has to be
   * in it, and the set must not have been run before. A run that goes on with accepted ones has to
   * have their values. Null: it is accepted.
   */
  whyNot(journal: Journal, run: RunId): Promise<NotAccepted | null>;
}

/**
 * Opens change sets for a second person (docs/four-eyes.md). What was opened is in memory only: the
 * panel opens the file again when its run is to begin.
 */
export function createAcceptedSets(open: OpenRuns, installation: () => Promise<string>): AcceptedSets {
  let last: OpenedHere | null = null;
  return {
    async openChangeSet({ page, file, passphrase, by }, context) {
      const bytes = fromBase64(file);
      if (bytes === null) return failed({ code: 'set-damaged' });
      const opened = await openSet(bytes, passphrase);
      if (!opened.ok) return opened;
      const set = opened.value;
      if (set.environment !== page.environment || set.group.id !== page.groupId)
        return failed({ code: 'set-elsewhere', environment: set.environment, group: set.group.name });
      if (set.kind === 'answer') return ok(set);
      const own = await ownBy(set, by, installation);
      if (own !== null) return failed({ code: 'set-own', by: own });
      const sha256 = await sha256Of(bytes);
      const before = await runsOf(open, sha256);
      if (!before.ok) return before;
      const [earlier] = before.value;
      if (earlier !== undefined) return failed({ code: 'set-run-before', at: earlier.record.createdAt });
      const { maker, madeAt, list, changes, kind, group, fileName, confirmed } = set;
      const source: CheckedSource = {
        kind: 'checked',
        sha256,
        list,
        madeBy: maker.name,
        madeAt,
        acceptedBy: by,
      };
      last = { source, wanted: wantedOf(changes) };
      for (let from = 0; from < changes.length; from += PART) context.part(changes.slice(from, from + PART));
      const facts = { kind, group, list, madeAt, fileName, confirmed };
      return ok({ ...facts, sha256, madeBy: maker.name, changes: changes.length });
    },
    async whyNot(journal, run) {
      const record = (await journal.readRun(run))?.record;
      const source = record?.source;
      if (record === undefined || source === undefined) return 'not-checked';
      if (source.kind === 'retry') {
        const accepted = await valuesOfBegun(journal, source.runs, (one) => one.source?.kind === 'checked');
        return (await isWithin(journal, record, accepted)) ? null : 'not-checked';
      }
      if (source.kind !== 'checked') return 'not-checked';
      const isOfIt = last !== null && JSON.stringify(last.source) === JSON.stringify(inOrder(source));
      if (!isOfIt || last === null) return 'not-as-accepted';
      const others = (await journal.listRuns()).filter(isBegunWith(source.sha256));
      if (others.some(({ record }) => record.id !== run)) return 'not-as-accepted';
      return (await isWithin(journal, record, last.wanted)) ? null : 'not-as-accepted';
    },
  };
}

/** The same fields in the order in which they are written here. */
function inOrder({ kind, sha256, list, madeBy, madeAt, acceptedBy }: CheckedSource): CheckedSource {
  return { kind, sha256, list, madeBy, madeAt, acceptedBy };
}

/**
 * By what it is one's own. The platform tells which organisation is signed in and no person, so it
 * cannot be asked.
 */
async function ownBy(
  { maker }: ChangeSet,
  by: string,
  installation: () => Promise<string>,
): Promise<Extract<ChangeSetProblem, { code: 'set-own' }>['by'] | null> {
  if (maker.installation === (await installation())) return 'installation';
  return foldedPerson(maker.name) === foldedPerson(by) ? 'name' : null;
}

/** "Ana  García " -> "ana garcia": a name as another keyboard types it. */
function foldedPerson(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.split(/\s+/u).join(' ').trim();
}

function runsOf(open: OpenRuns, sha256: string) {
  return withRuns(open, async ({ journal }) => ok((await journal.listRuns()).filter(isBegunWith(sha256))));
}

function isBegunWith(sha256: string) {
  return ({ record: { source, state } }: JournalRun) =>
    source?.kind === 'checked' && source.sha256 === sha256 && state.kind !== 'preparing';
}

/** The answer to a run that was not accepted, as its command gives it. */
export function refusalOf(why: NotAccepted): Result<never, NotAcceptedProblem> {
  return why === 'not-checked'
    ? failed({ code: 'not-allowed', by: 'fourEyesRequired' })
    : failed({ code: 'not-as-accepted' });
}

type NotAcceptedProblem =
  { readonly code: 'not-allowed'; readonly by: 'fourEyesRequired' } | { readonly code: 'not-as-accepted' };
