import type { LoggedRequest } from '../../platform/request-log';
import type { StandIn } from '../../platform/stand-in';
import type { StandInOptions } from '../../platform/stand-in-options';
import type { Credential } from '../../platform/state/schema';

/** The main group as a situation begins with it. */
export interface Beginning {
  readonly credentials: readonly Credential[];
  readonly group: number;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** A state of the platform with a sheet that fits it, to try the extension on. */
export interface Situation {
  /** A part of addresses. */
  readonly id: string;
  readonly title: string;
  /** Says what is to be seen and what to do, in two or three sentences. */
  readonly text: string;
  readonly options: StandInOptions;
  /** The sheet to drop; null where the panel itself makes it. */
  readonly sheet: { readonly name: string; readonly bytesOf: (beginning: Beginning) => Uint8Array } | null;
  /**
   * What happens on the platform while the admin works: called with each request after its answer
   * was made.
   */
  readonly meanwhile?: (standIn: StandIn, group: number) => (answered: LoggedRequest) => void;
}
