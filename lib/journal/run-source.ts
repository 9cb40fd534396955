import type { RunId } from './run-id';

/** The origin of the changes of a run. */
export type RunSource =
  /** `sha256`: of the file's bytes as they were dropped, in hexadecimal. */
  | { readonly kind: 'file'; readonly sha256: string }
  /** Cells from the clipboard. `sha256`: of their text as UTF-8. */
  | { readonly kind: 'pasted'; readonly sha256: string }
  /** The old values of earlier runs. */
  | { readonly kind: 'undo'; readonly runs: readonly RunId[] }
  /** Changes of earlier runs, sent again. */
  | { readonly kind: 'retry'; readonly runs: readonly RunId[] }
  | CheckedSource;

/** A change set that a second person has accepted (docs/four-eyes.md). */
export interface CheckedSource {
  readonly kind: 'checked';
  /** Hash of the file's bytes, in hexadecimal: a file is run once. */
  readonly sha256: string;
  /** Hash of its changes, as both persons saw it. */
  readonly list: string;
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly acceptedBy: string;
}
