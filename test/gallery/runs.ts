import type { Change } from '../../lib/credential/change';
import type { Entry, EntryState, RunProgress, RunRecord } from '../../lib/journal/entry';
import { countTransition, NO_ENTRIES } from '../../lib/journal/entry-counts';
import { RUN } from '../fakes/run';
import { CONNECTION, NOW } from './group';

/**
 * A run of these changes; `outcomes` are of the first of them, one after the other, the rest is
 * planned.
 */
export function runOf(
  changes: readonly Change[],
  state: RunRecord['state'],
  outcomes: readonly EntryState[],
  more: Partial<RunRecord> = {},
): { readonly progress: RunProgress; readonly entries: readonly Entry[] } {
  const entries = changes.map((change, position): Entry => {
    const outcome = outcomes[position] ?? { kind: 'planned' };
    return { run: RUN, credential: change.credential, position, change, state: outcome };
  });
  const isOver = state.kind === 'finished' || state.kind === 'cancelled';
  const applied = entries.filter(({ state: outcome }) => outcome.kind === 'applied');
  const run: RunRecord = {
    id: RUN,
    environment: CONNECTION.page.environment,
    account: CONNECTION.account,
    group: { id: CONNECTION.group.id, name: CONNECTION.group.name },
    fileName: 'corrections of the autumn.csv',
    sheetName: '',
    entries: entries.length,
    creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
    confirmedWarnings: [
      { code: 'name-change', count: 4 },
      { code: 'email-change', count: 2 },
    ],
    createdAt: NOW - 90_000,
    finishedAt: isOver ? NOW : null,
    state,
    ...more,
  };
  return {
    entries,
    progress: {
      run,
      counts: entries.reduce(
        (counts, { state: { kind } }) => countTransition(counts, null, kind),
        NO_ENTRIES,
      ),
      partly: 0,
      creditsSpent: applied.filter(({ change }) => change.renews === true).length,
      perMinute: null,
    },
  };
}
