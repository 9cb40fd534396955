import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { FilePhase } from '../file/create-file-model';
import type { RunModel } from './run-model';

/**
 * The sheet that is open, or what was changed in its review, which is not in the run that is shown.
 */
export interface NotSent {
  readonly name: string;
  /** The run is of another sheet, or of this one as it was before. */
  readonly why: 'other-sheet' | 'changed-since';
}

/**
 * Finds the sheet that is open while a run is shown that is not of it; null where there is none.
 * Somebody who sees the progress or the end of that run must not take it for the sheet's own.
 */
export function notSentIn(
  file: ReadonlySignal<FilePhase>,
  run: Pick<RunModel, 'phase' | 'isOfSheet' | 'isAskedAgain'>,
): ReadonlySignal<NotSent | null> {
  return computed(() => {
    const [open, { kind }] = [file.value, run.phase.value];
    const [isOfSheet, isAskedAgain] = [run.isOfSheet.value, run.isAskedAgain.value];
    const isShown = kind === 'preparing' || kind === 'watching' || kind === 'over';
    if (!isShown || open.kind !== 'open' || !open.table.ok) return null;
    if (!isOfSheet) return { name: open.name, why: 'other-sheet' };
    return isAskedAgain ? { name: open.name, why: 'changed-since' } : null;
  });
}
