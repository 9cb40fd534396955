import { computed, effect } from '@preact/signals-core';
import type { ConnectionModel } from '../group/connection-model';
import type { RunModel } from './run-model';

/**
 * A run may have paused because the credits are used up, or because somebody else has signed in:
 * the balance or the account in the head would say the contrary. A run that was refused for its
 * account as well.
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
