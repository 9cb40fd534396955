import { computed, effect } from '@preact/signals-core';
import type { ConnectionModel } from '../group/connection-model';
import type { RunModel } from './run-model';

/**
 * Reads balance and account again when a run pauses, or is refused because of the account. The
 * credits may be used up, or somebody else has signed in, and the head would show the old ones.
 */
export function refreshWhenPaused(run: RunModel, connection: ConnectionModel): void {
  const why = computed(() => {
    const now = run.phase.value;
    if (now.kind === 'not-begun') return now.problem.code === 'other-account' ? 'refused' : null;
    const { state } = now.kind === 'watching' ? now.progress.run : { state: null };
    return state?.kind === 'paused' ? state.reason.kind : null;
  });
  effect(() => {
    if (why.value !== null) void connection.refresh();
  });
}
