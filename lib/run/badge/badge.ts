import type { RunId } from '../../journal/entry';
import { openEntriesOf } from '../../journal/entry-counts';
import type { JournalRun } from '../../journal/journal';
import { isEndUnseen, isUnsettledUnseen } from './run-to-show';

/** Content of the badge on the toolbar button: all runs, while no page of ours is open. */
export interface Badge {
  /** Entries that are not settled. */
  readonly open: number;
  /**
   * `working`: it continues by itself. `waiting-for-sign-in`: it continues after a sign-in, which
   * is tried now and then. `waiting`: for a decision of the admin, or for room on the disk.
   * `settling`: cancelled, with the outcome of the last writes not known yet. `ended`: no panel has
   * shown how.
   */
  readonly kind:
    'none' | 'working' | 'waiting-for-sign-in' | 'waiting' | 'settling' | 'ended' | 'ended-with-failures';
}

/**
 * Sums up all runs. One that works comes before one that waits. `isStuck`: the journal broke when
 * the run was last worked on (run-faults.ts).
 */
export function badgeOf(runs: readonly JournalRun[], isStuck: (run: RunId) => boolean = () => false): Badge {
  const kinds = new Set<Badge['kind']>();
  let open = 0;
  for (const run of runs) {
    const kind = kindOf(run, runs, isStuck(run.record.id));
    if (kind === 'none') continue;
    kinds.add(kind);
    open += openEntriesOf(run.counts);
  }
  const kind = BY_PRIORITY.find((one) => kinds.has(one)) ?? 'none';
  return { kind, open };
}

const BY_PRIORITY = [
  'working',
  'waiting-for-sign-in',
  'waiting',
  'settling',
  'ended-with-failures',
  'ended',
] as const;

function kindOf(run: JournalRun, runs: readonly JournalRun[], isStuck: boolean): Badge['kind'] {
  const { record, counts } = run;
  const { state } = record;
  if (isEndUnseen(run, runs)) return counts.applied === record.entries ? 'ended' : 'ended-with-failures';
  if (state.kind === 'running') return isStuck ? 'waiting' : 'working';
  if (isUnsettledUnseen(run)) return 'settling';
  if (state.kind !== 'paused') return 'none';
  return state.reason.kind === 'signed-out' ? 'waiting-for-sign-in' : 'waiting';
}

const THOUSAND = 1_000;

/** The text of the badge, which has room for four characters: 42, 9999, 12k, or nothing. */
export function badgeText({ kind, open }: Badge): string {
  if (kind === 'none') return '';
  if (kind === 'ended' || kind === 'ended-with-failures') return kind === 'ended' ? '✓' : '!';
  return open < 10 * THOUSAND ? String(open) : `${Math.min(999, Math.floor(open / THOUSAND))}k`;
}
