import type { Change } from '../../credential/change';
import type { Environment } from '../../platform/environment';

/** Maker of a change set, and the installation of the extension on which it was made. */
export interface Maker {
  /** As the maker typed it: the platform tells which organisation is signed in, and no person. */
  readonly name: string;
  /** A random number that each installation gives itself once. */
  readonly installation: string;
}

/** The group that a change set is about. */
export interface SetOrigin {
  readonly environment: Environment;
  readonly group: { readonly id: string; readonly name: string };
}

/** Confirmed changes, for a second person to check (docs/four-eyes.md). */
export interface ChangeSet extends SetOrigin {
  readonly kind: 'changes';
  readonly maker: Maker;
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number;
  /** Name of the sheet's file. */
  readonly fileName: string;
  /** Hash of the changes (list-hash.ts), which both persons can compare. */
  readonly list: string;
  /** Kinds of warnings and alarms that the maker confirmed. */
  readonly confirmed: readonly { readonly code: string; readonly count: number }[];
  readonly changes: readonly Change[];
}

/** A row that the second person refused. */
export interface RefusedRow {
  /** The row of the maker's sheet. */
  readonly row: number;
  readonly who: string;
  /** "" for none. */
  readonly note: string;
}

/** The notes of the second person, sent back to the maker. */
export interface SetAnswer extends SetOrigin {
  readonly kind: 'answer';
  /** Hash of the changes that it is about. */
  readonly list: string;
  readonly fileName: string;
  readonly by: string;
  readonly at: number;
  /** About all of it; "" for none. */
  readonly note: string;
  readonly refused: readonly RefusedRow[];
  /** How many changes the set had. */
  readonly changes: number;
}

/** Content of a file of this format. */
export type SetContent = ChangeSet | SetAnswer;

/** Why a file was not opened. */
export type SetFileProblem =
  /** A byte of it has changed, or it is cut off. */
  | { readonly code: 'set-damaged' }
  /** It is of an earlier or later version of the format. */
  | { readonly code: 'set-version'; readonly version: number }
  /** The passphrase is another one. */
  | { readonly code: 'set-passphrase' };
