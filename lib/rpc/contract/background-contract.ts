import type { RememberedAssignment } from '../../assign/remember/remembered';
import type { KeyAttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import type { Entry, RunHeader, RunId, RunProgress } from '../../journal/entry';
import type { JournalRun } from '../../journal/journal';
import type { Connection } from '../../platform/connection';
import type { Environment, GroupPage } from '../../platform/environment';
import type { LookUp, LookUpPart } from '../../platform/look-up';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { GroupReading } from '../../platform/read-group';
import type { Result } from '../../result';
import type { RunProblem } from './run-problem';

export type { RunProblem } from './run-problem';

/**
 * What the panel may ask of the background. Each command is one message; its answer is one Result, and between them may
 * come parts (see `BackgroundParts`). Plain data only: extension messages are JSON.
 */
export type BackgroundCommand =
  /** Who am I, what is this group. Tries the dashboard's session, then a key that was given before. */
  | { readonly kind: 'connect'; readonly page: GroupPage }
  /** Checks the key at once; keeps it only when the platform takes it. It is never handed back. */
  | { readonly kind: 'give-key'; readonly page: GroupPage; readonly key: string; readonly remember: boolean }
  | { readonly kind: 'forget-key'; readonly environment: Environment }
  /** All credentials of the group, in parts as they come. `most`: of a larger group only the first page. */
  | { readonly kind: 'load-credentials'; readonly page: GroupPage; readonly most?: number }
  /** The credentials of the group that have one of these values, in parts. */
  | { readonly kind: 'look-up'; readonly page: GroupPage; readonly lookUp: LookUp }
  /** The same credentials with their detail, in parts. */
  | { readonly kind: 'load-details'; readonly page: GroupPage; readonly credentials: readonly CredentialId[] }
  /** Keys that match nothing in this group: which group are they in, if the platform tells. */
  | {
      readonly kind: 'locate';
      readonly page: GroupPage;
      readonly key: KeyAttributeId;
      readonly values: readonly string[];
    }
  /** What the columns of a sheet with these headers were for, the last time in this group. `headers`: their fingerprint. */
  | { readonly kind: 'recall-assignment'; readonly page: GroupPage; readonly headers: string }
  | {
      readonly kind: 'remember-assignment';
      readonly page: GroupPage;
      readonly headers: string;
      readonly assignment: RememberedAssignment;
    }
  | { readonly kind: 'forget-assignment'; readonly page: GroupPage; readonly headers: string }
  /**
   * A run is written down in parts and only then begun, so that no message is too large. `writer`: who says it; one that
   * somebody else is writing down for this group is in the way, the same one said twice is not.
   */
  | {
      readonly kind: 'prepare-run';
      readonly page: GroupPage;
      readonly header: RunHeader;
      readonly writer?: string;
    }
  /** `from`: the position of the first of them. Saying the same part twice changes nothing. */
  | {
      readonly kind: 'add-changes';
      readonly run: RunId;
      readonly from: number;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'begin-run'; readonly run: RunId }
  | { readonly kind: 'pause-run'; readonly run: RunId }
  | { readonly kind: 'resume-run'; readonly run: RunId }
  | { readonly kind: 'cancel-run'; readonly run: RunId }
  /** Progress in parts until the run is finished, cancelled, or the asker goes away. */
  | { readonly kind: 'watch-run'; readonly run: RunId }
  /**
   * The run of a group to be shown: under way, being written down, or ended with nobody having seen it; or null. `page`
   * null: of any group (the popup). `account`: an end of another account's is not shown.
   */
  | { readonly kind: 'find-run'; readonly page: GroupPage | null; readonly account?: string }
  /** A panel has shown the end of the run. */
  | { readonly kind: 'see-run'; readonly run: RunId }
  /** Entries of a run in the order of the sheet. */
  | { readonly kind: 'list-entries'; readonly run: RunId; readonly from: number; readonly count: number }
  /** All runs that have begun on this computer, the latest first, without their entries. */
  | { readonly kind: 'list-history' }
  /** Deletes the values of one run that is over; what the history tells of it stays. */
  | { readonly kind: 'forget-values'; readonly run: RunId }
  /** How many days the values of a run are kept after its end, from now on and for those that are here already. */
  | { readonly kind: 'keep-values'; readonly days: number }
  /** Deletes all that the extension has stored, or nothing while a run is not over. */
  | { readonly kind: 'delete-everything' };

/** A credential found outside this group. */
export interface Located {
  readonly value: string;
  readonly credential: CredentialId;
  readonly groupId: string;
  readonly groupName: string | null;
}

/** The history as the journal has it, and how long values are kept. */
export interface StoredHistory {
  readonly runs: readonly JournalRun[];
  readonly keptDays: number;
  /** How many runs there are that cannot be read. */
  readonly unreadable: number;
}

/** Why something stored was not deleted. */
export type DeleteProblem =
  | RunProblem
  /** These are under way, paused, or have something in doubt. `groups`: the names of their groups. */
  | { readonly code: 'runs-not-over'; readonly groups: readonly string[] }
  /** The journal could not be emptied just now, and a run may be waiting in it: nothing was deleted. */
  | { readonly code: 'not-deleted'; readonly detail: string };

/** What each command answers. */
export interface BackgroundAnswers {
  connect: Result<Connection, PlatformProblem>;
  'give-key': Result<Connection, PlatformProblem>;
  'forget-key': Result<null, never>;
  'load-credentials': Result<GroupReading, PlatformProblem>;
  'look-up': Result<{ readonly requests: number }, PlatformProblem>;
  'load-details': Result<{ readonly count: number }, PlatformProblem>;
  locate: Result<readonly Located[], PlatformProblem>;
  'recall-assignment': Result<RememberedAssignment | null, never>;
  'remember-assignment': Result<null, never>;
  'forget-assignment': Result<null, never>;
  'prepare-run': Result<RunId, RunProblem>;
  'add-changes': Result<null, RunProblem>;
  'begin-run': Result<RunProgress, RunProblem>;
  'pause-run': Result<null, RunProblem>;
  'resume-run': Result<null, RunProblem>;
  'cancel-run': Result<null, RunProblem>;
  'watch-run': Result<RunProgress, RunProblem>;
  'find-run': Result<RunProgress | null, RunProblem>;
  'see-run': Result<null, RunProblem>;
  'list-entries': Result<readonly Entry[], RunProblem>;
  'list-history': Result<StoredHistory, RunProblem>;
  'forget-values': Result<null, DeleteProblem>;
  'keep-values': Result<null, RunProblem>;
  'delete-everything': Result<null, DeleteProblem>;
}

/** What comes while a command is being carried out. */
export interface BackgroundParts {
  'load-credentials': {
    readonly credentials: readonly Credential[];
    readonly loaded: number;
    readonly total: number;
  };
  'look-up': LookUpPart;
  'load-details': {
    readonly credentials: readonly Credential[];
    /** Asked for, and deleted meanwhile. */
    readonly gone: readonly CredentialId[];
    readonly loaded: number;
    readonly total: number;
  };
  'watch-run': RunProgress;
}

export type CommandKind = BackgroundCommand['kind'];

/** The command of a kind. */
export type CommandOf<K extends CommandKind> = Extract<BackgroundCommand, { kind: K }>;

/** The parts of a kind; never for commands that have none. */
export type PartOf<K extends CommandKind> = K extends keyof BackgroundParts ? BackgroundParts[K] : never;

/**
 * The background's side: carries a command out. `signal` aborts when the asker goes away or gives up; an aborted command
 * may answer anything, nobody listens.
 */
export type CommandHandlers = {
  readonly [K in CommandKind]: (
    command: CommandOf<K>,
    context: { readonly signal: AbortSignal; readonly part: (part: PartOf<K>) => void },
  ) => Promise<BackgroundAnswers[K]>;
};
