import type { Session } from './session';

/**
 * Whether leaving the panel would lose work: a sheet that no run has taken, or a run that is still
 * being written down. Once begun, a run is the background's and goes on without the panel; a sheet
 * that is open beside it is only here.
 */
export function wouldLoseWork({
  assign,
  run,
  notSent,
}: Pick<Session, 'assign' | 'run' | 'notSent'>): boolean {
  const { kind } = run.phase.peek();
  const isBegun = kind === 'watching' || kind === 'over';
  return assign.state.peek() !== null && (!isBegun || notSent.peek() !== null);
}
