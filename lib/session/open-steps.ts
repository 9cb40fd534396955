import type { RunPhase } from './run/run-model';
import type { Session, Step } from './session';

/** The facts that decide which step can be opened. */
export interface OpenFacts {
  readonly isConnected: boolean;
  /** How far the columns of the open table are assigned. */
  readonly assigned: 'nothing' | 'in-part' | 'whole';
  readonly run: RunPhase['kind'];
}

/**
 * Decides whether a step can be opened (docs/product.md 2). Without a connection none can: the
 * panel shows how to connect in the place of the steps. Example: a table with an undecided column
 * -> Upload and Assign are open, Review is not.
 */
export function canOpen(step: Step, { isConnected, assigned, run }: OpenFacts): boolean {
  if (!isConnected) return false;
  switch (step) {
    case 'upload':
      return true;
    case 'assign':
      return assigned !== 'nothing';
    case 'review':
      return assigned === 'whole';
    case 'update':
      return run !== 'none' && run !== 'confirming';
  }
}

/**
 * Reads the facts from the signals of a session, so that a view which asks is drawn again when they
 * change.
 */
export function openFacts({
  connection,
  assign,
  run,
}: Pick<Session, 'connection' | 'assign' | 'run'>): OpenFacts {
  const [table, problems] = [assign.state.value, assign.problems.value];
  const isOpen = problems.length > 0 ? 'in-part' : 'whole';
  return {
    isConnected: connection.phase.value.kind === 'connected',
    assigned: table === null ? 'nothing' : isOpen,
    run: run.phase.value.kind,
  };
}
