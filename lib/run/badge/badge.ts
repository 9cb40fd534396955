import type { RunId } from '../../journal/entry';
import { openEntriesOf } from '../../journal/entry-counts';
import type { JournalRun } from '../../journal/journal';
import { isEndUnseen, isUnsettledUnseen } from './run-to-show';

/** What is to be seen of all runs without any page of ours: the badge of the toolbar button. */
export interface Badge {
  /** Changes of runs under way that are not settled. */
  readonly open: number;
  /**
   * `working`: it goes on by itself. `waiting-for-sign-in`: it goes on once somebody signs in, which is looked for now and
   * then. `waiting`: for somebody's decision, or for a disk that has room again. `settling`: cancelled, and the platform has
   * not told yet what became of the last writes. `ended`: nobody has seen yet how.
   */
  readonly kind:
    'none' | 'working' | 'waiting-for-sign-in' | 'waiting' | 'settling' | 'ended' | 'ended-with-failures';
}

/**
 * The sum of all runs. One that works is said before one that waits. `isStuck`: the journal of a run broke when it was last
 * worked on (run-faults.ts).
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
  const said = FIRST_SAID.find((kind) => kinds.has(kind)) ?? 'none'; // none is under way
  return { kind: said, open };
}

const FIRST_SAID = [
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

/** The number of a badge, which has room for four signs; nothing when there is nothing to say. */
export function badgeText({ kind, open }: Badge): string {
  if (kind === 'none') return '';
  if (kind === 'ended' || kind === 'ended-with-failures') return kind === 'ended' ? '✓' : '!';
  return open < 10 * THOUSAND ? String(open) : `${Math.min(999, Math.floor(open / THOUSAND))}k`;
}
