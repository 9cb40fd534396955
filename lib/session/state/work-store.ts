import { signal, type ReadonlySignal } from '@preact/signals-core';
import { next, NO_WORK, type Work, type WorkEvent } from './work';

/** Holds the work in hand for the models that bring it on. */
export interface WorkStore {
  readonly now: ReadonlySignal<Work>;
  send(event: WorkEvent): void;
}

export function createWorkStore(): WorkStore {
  const now = signal<Work>(NO_WORK);
  return { now, send: (event) => void (now.value = next(now.peek(), event)) };
}
