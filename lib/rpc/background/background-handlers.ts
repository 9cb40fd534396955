import type { RunId } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { GroupPage } from '../../platform/environment';
import { locate } from '../../platform/locate';
import { lookUp } from '../../platform/look-up';
import type { PlatformProblem } from '../../platform/platform-problem';
import { readDetails } from '../../platform/read-credential';
import { readGroup } from '../../platform/read-group';
import type { SignedIn } from '../../platform/sign-in';
import { ok, type Result } from '../../result';
import type { Locks } from '../../run/loop/locks';
import { createRunner } from '../../run/loop/runner';
import type { OnBadge } from '../../run/badge/badge-updates';
import { createAccess, type AccessOptions } from './access';
import { assignmentName, readAssignment, type AssignmentStore } from './assignment-store';
import type { CommandHandlers } from '../contract/background-contract';
import { createHistoryHandlers } from './history-handlers';
import { createRunHandlers, type OpenRuns } from './run-handlers';
import type { SettingsStore } from './settings-store';

export interface BackgroundOptions extends AccessOptions {
  readonly assignments: AssignmentStore;
  readonly settings: SettingsStore;
  /** Empties every storage of the extension but the journal. */
  readonly clearStorage: () => Promise<void>;
  /** Opens the journal; asked again after it failed. */
  readonly openJournal: () => Promise<
    Result<Journal, { readonly code: 'journal-unavailable'; readonly detail: string }>
  >;
  readonly newRunId: () => RunId;
  /** Milliseconds that only grow, whatever is done to the computer's clock (`lib/run/entry/freshness.ts`). */
  readonly ticks: () => number;
  readonly locks: Locks;
  /** Told true while a run is at work here, so that the browser does not stop the background, and false when none is. */
  readonly keepAwake?: (needed: boolean) => void;
  /** Told what is to be seen of the runs without the panel. */
  readonly onBadge?: OnBadge;
  /** Told of bugs of a run, which no command waits for. */
  readonly onFault: (error: unknown) => void;
}

export interface Background {
  readonly handlers: CommandHandlers;
  /** Goes on with what the journal says is not over. To be called whenever the background wakes: start, alarm. */
  wake(): Promise<void>;
}

/** The background's side of the contract, with all that it needs of the browser handed in. */
export function createBackgroundHandlers(options: BackgroundOptions): Background {
  const access = createAccess(options);
  /** Null once opening has failed: it is tried anew then. */
  let opened: ReturnType<OpenRuns> | null = null;

  // Asked for twice while it is being opened it is opened once, or a run would have two runners.
  const open: OpenRuns = () => (opened ??= openOnce());
  const openOnce: OpenRuns = async () => {
    try {
      const journal = await options.openJournal();
      if (journal.ok)
        return ok({ journal: journal.value, runner: createRunner(runnerOptions(journal.value)) });
      opened = null;
      return journal;
    } catch (error) {
      opened = null;
      throw error;
    }
  };
  const runnerOptions = (journal: Journal) => ({
    journal,
    signIn: (page: GroupPage, account: string) => access.signIn(page, account),
    now: options.now,
    ticks: options.ticks,
    sleep: options.sleep,
    locks: options.locks,
    keepAwake: options.keepAwake ?? (() => {}),
    onFault: options.onFault,
    onEnded: () => void history.afterRun().catch(options.onFault),
    ...(options.onBadge === undefined ? {} : { onBadge: options.onBadge }),
  });
  const wake = async () => {
    const runs = await open();
    // Without a journal there is no run to go on with; the panel is told at its first command.
    if (!runs.ok) return;
    await runs.value.runner.wake();
    await history.forgetStale();
  };
  const history = createHistoryHandlers(open, { ...options, access, wake });
  /** Signs in if need be, does the work, and notes when the platform no longer lets us in. */
  const signedIn = async <T>(
    page: GroupPage,
    signal: AbortSignal,
    work: (signedIn: SignedIn) => Promise<Result<T, PlatformProblem>>,
  ): Promise<Result<T, PlatformProblem>> => {
    const known = await access.known(page, signal);
    if (!known.ok) return known;
    const result = await work(known.value);
    if (!result.ok) access.note(page, result.problem);
    return result;
  };
  const connected = (result: Result<SignedIn, PlatformProblem>) => {
    // Somebody is signed in: a run that was waiting for that goes on (docs/product.md 2.1).
    if (result.ok) wake().catch(options.onFault);
    return result.ok ? ok(result.value.connection) : result;
  };

  const handlers: CommandHandlers = {
    connect: async ({ page }, { signal }) => connected(await access.signIn(page, null, signal)),
    'give-key': async ({ page, key, remember }, { signal }) =>
      connected(await access.giveKey(page, key, remember, signal)),
    'forget-key': async ({ environment }) => {
      await access.forgetKey(environment);
      return ok(null);
    },
    'load-credentials': ({ page, most }, context) =>
      signedIn(page, context.signal, ({ client }) =>
        readGroup(
          client,
          page.groupId,
          { onPart: (part) => context.part(part), ...(most !== undefined && { most }) },
          context.signal,
        ),
      ),
    'look-up': ({ page, lookUp: asked }, context) =>
      signedIn(page, context.signal, ({ client }) =>
        lookUp(client, page.groupId, asked, (part) => context.part(part), context.signal),
      ),
    'load-details': ({ page, credentials }, context) =>
      signedIn(page, context.signal, ({ client }) =>
        readDetails(client, credentials, (part) => context.part(part), context.signal),
      ),
    locate: ({ page, key, values }, { signal }) =>
      signedIn(page, signal, ({ client }) => locate(client, page.groupId, key, values, signal)),
    'recall-assignment': async ({ page, headers }) =>
      ok(await readAssignment(options.assignments, assignmentName(page, headers))),
    'remember-assignment': async ({ page, headers, assignment }) => {
      await options.assignments.put(assignmentName(page, headers), assignment);
      return ok(null);
    },
    'forget-assignment': async ({ page, headers }) => {
      await options.assignments.forget(assignmentName(page, headers));
      return ok(null);
    },
    ...createRunHandlers(open, options),
    ...history.handlers,
  };
  return { handlers, wake };
}
