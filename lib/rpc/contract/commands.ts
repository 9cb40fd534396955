import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import type { KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { Change } from '../../credential/change';
import { changeSchema, credentialIdSchema, daySchema } from '../../journal/change-schema';
import type { Entry, RunId, RunProgress } from '../../journal/entry';
import { environmentSchema, runHeaderSchema, runIdSchema } from '../../journal/run-schema';
import type { Connection } from '../../platform/connection';
import type { Environment } from '../../platform/environment';
import type { MovedPage } from '../../platform/find-moved';
import type { FoundElsewhere } from '../../platform/locate';
import type { LookUp, LookUpPart } from '../../platform/look-up';
import type { ConnectProblem, PlatformProblem } from '../../platform/platform-problem';
import type { DetailsPart } from '../../platform/read-credential';
import type { GroupReading } from '../../platform/read-group';
import type { SearchPart } from '../../platform/search-all';
import { pageFactsSchema } from '../../report/problem/page-facts';
import type { RehearsedChange } from '../../report/rehearsal/rehearsed-change';
import type { Result } from '../../result';
import { LONGEST_KEY } from '../../assign/read/key-shape';
import { MOST_KEPT_DAYS } from '../../run/afterwards/kept-values';
import type { PublicCheck } from '../../run/public-check/public-checks';
import { z } from '../../zod';
import type { ChangeSetProblem, OpenedSet } from './change-set-answers';
import type { DeleteProblem, StoredHistory } from './command-answers';
import { headersSchema, pageSchema } from './page-schema';
import type { Policy } from './policy';
import type { NotRemembered, StoredBeside } from './remembered';
import type { Sent } from './sent';
import type { StoredItem } from './stored-item';
import type { RunProblem } from './run-problem';
import { savedMappingSchema } from './saved-mapping-schema';

/** A command: the schema of its fields, and the types of its answer and of the parts before it. */
export interface Command<Fields extends z.ZodRawShape, Answer, Part> {
  readonly schema: z.ZodObject<Fields>;
  /** Carries types only: at run time it is never there. */
  readonly types?: { readonly answer: Answer; readonly part: Part };
}

/** Declares a command: `command({ run }).answers<Result<null, RunProblem>>()`. */
function command<Fields extends z.ZodRawShape>(fields: Fields) {
  return {
    answers: <Answer, Part = never>(): Command<Fields, Answer, Part> => ({ schema: z.object(fields) }),
  };
}

const page = pageSchema;
const run = runIdSchema;
const key = z.enum(KEY_ORDER as readonly [KeyAttributeId, ...KeyAttributeId[]]);
const headers = headersSchema;
/** The id of a saved mapping in a list; it becomes part of a name in the storage. */
const id = z.string().regex(/^[0-9a-f]{32}$/);
/** The most letters of a file of saved mappings. */
const LONGEST_FILE = 4_000_000;
const lookUp: z.ZodType<LookUp> = z
  .object({
    key,
    values: z.array(z.string().max(LONGEST_KEY)).readonly(),
    control: z.object({ value: z.string(), credential: credentialIdSchema }).readonly().nullable(),
  })
  .readonly();
/** Base64 of a change set. The largest message that browsers carry has 64 MB. */
const setFile = z.string().max(60_000_000);
const person = z.string().trim().min(1).max(200);
const position = z.int().nonnegative();
/** Keeps a message at a size that the browser carries well. */
const MOST_AT_ONCE = 10_000;

/**
 * The commands of the panel and the popup to the background. Each entry is the only place that says
 * what a command carries, what it answers and what it hands on before: types and the check at the
 * background's door follow from it. To add one, write its entry here and its handler in the
 * background; nothing compiles before both are there.
 *
 * A command is one message, its answer is one Result, and parts may come in between. Messages are
 * JSON: plain data only. Every command may be sent twice. Pages of the extension import types from
 * here, never values: zod stays in the background.
 */
export const COMMANDS = {
  /**
   * Tells whose account this is and what the group is. Tries the dashboard's session, then a key
   * given before.
   */
  connect: command({ page }).answers<Result<Connection, ConnectProblem>>(),
  /**
   * Checks the key at once and keeps it only when the platform takes it. It is never handed back.
   */
  'give-key': command({ page, key: z.string().max(1_000), remember: z.boolean() }).answers<
    Result<Connection, ConnectProblem>
  >(),
  'forget-key': command({ environment: environmentSchema }).answers<Result<null, never>>(),

  /**
   * Reads the credentials of the group, in parts. Of a group of more than `most` only the first
   * page is read.
   */
  'load-credentials': command({ page, most: z.int().nonnegative().exactOptional() }).answers<
    Result<GroupReading, PlatformProblem>,
    SearchPart
  >(),
  /** Finds the credentials of the group that have one of these values, in parts. */
  'look-up': command({ page, lookUp }).answers<
    Result<{ readonly requests: number }, PlatformProblem>,
    LookUpPart
  >(),
  /** Reads these credentials again with their detail, in parts. */
  'load-details': command({ page, credentials: z.array(credentialIdSchema).readonly() }).answers<
    Result<{ readonly count: number }, PlatformProblem>,
    DetailsPart
  >(),
  /**
   * Says in which other group the keys are that match nothing in this one, as far as the platform
   * tells.
   */
  locate: command({ page, key, values: z.array(z.string()).readonly() }).answers<
    Result<readonly FoundElsewhere[], PlatformProblem>
  >(),

  /**
   * Finds the credentials of the group that were updated on a day or after it: one page of them,
   * from a position on, with one request.
   */
  'find-moved': command({ page, since: daySchema, from: position.max(MOST_AT_ONCE) }).answers<
    Result<MovedPage, PlatformProblem>
  >(),

  /** Restores the mapping that was saved last for a sheet with these headers in this group. */
  'recall-assignment': command({ page, headers }).answers<Result<SavedMapping | null, never>>(),
  'remember-assignment': command({ page, headers, assignment: savedMappingSchema }).answers<
    Result<null, never>
  >(),
  'forget-assignment': command({ page, headers }).answers<Result<null, never>>(),

  /** Lists what is stored beside the history: where keys are kept, and saved mappings. */
  'list-stored': command({}).answers<Result<StoredBeside, never>>(),
  /** Forgets a saved mapping of that list. */
  'forget-remembered': command({ id }).answers<Result<null, never>>(),
  /** Forgets the rules of a saved mapping of that list; its columns stay. */
  'forget-rules': command({ id }).answers<Result<null, never>>(),
  /** Writes all saved mappings as the text of a file for another computer. */
  'export-remembered': command({}).answers<Result<string, never>>(),
  /** Saves the mappings of such a file, all of them or none. */
  'import-remembered': command({ text: z.string().max(LONGEST_FILE) }).answers<
    Result<{ readonly count: number }, NotRemembered>
  >(),

  /**
   * Creates a run, to be filled by `add-changes` and started by `begin-run`: in one message it
   * would be too large. `writer` names the panel that fills it. A run that another panel is filling
   * for this group is in the way; one that the same panel has announced before is replaced.
   */
  'prepare-run': command({
    page,
    header: runHeaderSchema,
    writer: z.string().max(64).exactOptional(),
  }).answers<Result<RunId, RunProblem>>(),
  /** Adds changes from position `from` on. Sending the same part twice changes nothing. */
  'add-changes': command({
    run,
    from: position,
    changes: z.array(changeSchema).max(MOST_AT_ONCE).readonly(),
  }).answers<Result<null, RunProblem>>(),
  'begin-run': command({ run }).answers<Result<RunProgress, RunProblem>>(),
  /**
   * Gives the requests that a run would send for these changes, in their order, and sends none but
   * readings of credentials. Nothing of it is stored.
   */
  rehearse: command({ page, changes: z.array(changeSchema).max(MOST_AT_ONCE).readonly() }).answers<
    Result<readonly RehearsedChange[], PlatformProblem>
  >(),
  'pause-run': command({ run }).answers<Result<null, RunProblem>>(),
  /** `after`: its trial was looked at. Without that word the pause after a trial does not end. */
  'resume-run': command({ run, after: z.literal('trial').exactOptional() }).answers<
    Result<null, RunProblem>
  >(),
  'cancel-run': command({ run }).answers<Result<null, RunProblem>>(),
  /**
   * Hands on the progress in parts until the run is finished or cancelled, or the asker goes away.
   */
  'watch-run': command({ run }).answers<Result<RunProgress, RunProblem>, RunProgress>(),
  /**
   * Finds the run of a group that is to be shown: under way, being filled, or ended with nobody
   * having seen it. `page` null: of any group (the popup). `account`: the end of a run of another
   * account is not shown.
   */
  'find-run': command({ page: page.nullable(), account: z.string().max(64).exactOptional() }).answers<
    Result<RunProgress | null, RunProblem>
  >(),
  /** Notes that a panel has shown the end of the run. */
  'see-run': command({ run }).answers<Result<null, RunProblem>>(),
  /** Lists entries of a run in the order in which they are sent. */
  'list-entries': command({ run, from: position, count: position.max(MOST_AT_ONCE) }).answers<
    Result<readonly Entry[], RunProblem>
  >(),

  /**
   * Says whose dashboard to open: that of the environment used last, as far as the organisation
   * allows it. Null: it allows none.
   */
  'find-dashboard': command({}).answers<Result<Environment | null, never>>(),
  /** Gives what everybody sees of a run's changes; null: that is not looked up. */
  'read-public-check': command({ run }).answers<Result<PublicCheck | null, RunProblem>>(),
  /** Asks for those that are still old again now; null: there is no such check. */
  'ask-public-now': command({ run }).answers<Result<PublicCheck | null, RunProblem>>(),

  /**
   * Opens a change set for a second person, `by`, and hands on its changes in parts; or the notes
   * that came back to one. Refused where it is that person's own, or was run before.
   */
  'open-change-set': command({
    page,
    file: setFile,
    passphrase: z.string().max(1_000),
    by: person,
  }).answers<Result<OpenedSet, ChangeSetProblem | RunProblem>, readonly Change[]>(),
  /** The random number by which an installation knows the change sets that it made. */
  'read-installation': command({}).answers<Result<string, never>>(),
  /** Requests since an update began, by their kinds and without any value. */
  'read-sent': command({}).answers<Result<Sent, never>>(),
  /** Names and sizes of all that is stored on this computer, without any value. */
  'measure-stored': command({}).answers<Result<readonly StoredItem[], never>>(),

  /** The limits that the organisation has set. */
  'read-policy': command({}).answers<Result<Policy, never>>(),

  /**
   * Writes a report of a problem, with what the page knows: states, codes, times, and counts by
   * magnitude. The text is what is shown and saved.
   */
  'report-problem': command({ page: pageFactsSchema }).answers<Result<string, never>>(),

  /** Lists the runs that have begun on this computer, the latest first, without their entries. */
  'list-history': command({}).answers<Result<StoredHistory, RunProblem>>(),
  /** Deletes the values of a run that is over. What the history says of the run stays. */
  'forget-values': command({ run }).answers<Result<null, DeleteProblem>>(),
  /** Sets for how many days the values of a run are kept after its end, also for earlier runs. */
  'keep-values': command({ days: z.int().nonnegative().max(MOST_KEPT_DAYS) }).answers<
    Result<null, RunProblem>
  >(),
  /** Deletes all that the extension has stored, or nothing while a run is not over. */
  'delete-everything': command({}).answers<Result<null, DeleteProblem>>(),
};
