import { signal } from '@preact/signals';
import type { ChangeSetModel, ChangeSetPhase } from '../../lib/session/checking/change-set-model';

/** Change sets that stay in one state: the passphrase of the one that was dropped is asked for. */
export function noChangeSets(phase: ChangeSetPhase = { kind: 'asked' }): ChangeSetModel {
  const later = () => Promise.resolve();
  return {
    phase: signal(phase),
    open: later,
    seal: () => Promise.resolve(null),
    refusedRows: () => Promise.resolve([]),
    answer: () => Promise.resolve(null),
    accept: later,
  };
}
