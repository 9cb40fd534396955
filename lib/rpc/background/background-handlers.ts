import type { RunId } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import type { Environment, GroupPage } from '../../platform/environment';
import type { Connection } from '../../platform/connection';
import { createGroupReader } from '../../platform/held-group';
import { findMoved } from '../../platform/find-moved';
import { apiOrigin } from '../../platform/hosts';
import { locate } from '../../platform/locate';
import { lookUp } from '../../platform/look-up';
import type { ConnectProblem, PlatformProblem } from '../../platform/platform-problem';
import { readDetails } from '../../platform/read-credential';
import type { SignedIn } from '../../platform/sign-in';
import { failed, ok, type Result } from '../../result';
import type { OnBadge } from '../../run/badge/badge-updates';
import type { Locks } from '../../run/loop/locks';
import { createRunner, type RunnerDeps } from '../../run/loop/runner';
import type { CommandHandlers } from '../contract/background-contract';
import type { AccountMemoryOf } from '../../run/loop/drive';
import type { CheckStore } from '../../run/public-check/stored-checks';
import { createAcceptedSets } from './accepted-sets';
import { createAccess, type AccessDeps } from './access';
import { createAccountMemory, type AccountStore } from './account-store';
import type { AssignmentStore } from './assignment-store';
import { createHistoryHandlers } from './history-handlers';
import { changesInJournal } from './changes-in-journal';
import { takeOffDisk } from './key-store';
import { dashboardToOpen, readLastEnvironment, type EnvironmentMemory } from './last-environment';
import { withRuns, type OpenRuns } from './open-runs';
import { guardHandlers, ofEnvironment } from './policy-guard';
import { readPolicy } from './read-policy';
import { createRememberedHandlers } from './remembered-handlers';
import { createProofHandlers, type ProofDeps } from './proof-handlers';
import { createReportHandler, NAMELESS, type Program } from './report-handler';
import { createPublicHandlers } from './public-handlers';
import { rehearse } from './rehearse-handler';
import { createRunHandlers } from './run-handlers';
import type { SettingsStore } from './settings-store';

export interface BackgroundDeps extends Omit<AccessDeps, 'onHold'>, ProofDeps {
  readonly assignments: AssignmentStore;
  readonly settings: SettingsStore;
  /**
   * Reads what the organisation has set, as the browser holds it; undefined where it cannot.
   */
  readonly managed: () => Promise<unknown>;
  /** Keeps what runs find out about accounts. Without it, nothing is kept. */
  readonly accounts?: AccountStore;
  /** Remembers which environment was used last. */
  readonly lastEnvironment: EnvironmentMemory;
  /** Whether the browser permits requests to an environment's API. Without it, it does. */
  readonly mayReach?: (environment: Environment) => Promise<boolean>;
  /** The random number of this installation, made when it is first asked for, and kept. */
  readonly installation: () => Promise<string>;
  /** Empties every storage of the extension but the journal. */
  readonly clearStorage: () => Promise<void>;
  /** Opens the journal. Called again after it failed. */
  readonly openJournal: () => Promise<
    Result<Journal, { readonly code: 'journal-unavailable'; readonly detail: string }>
  >;
  readonly newRunId: () => RunId;
  /**
   * Milliseconds of a clock that only grows, whatever is done to the computer's
   * (`lib/run/entry/freshness.ts`).
   */
  readonly ticks: () => number;
  readonly locks: Locks;
  /**
   * Called with true when a run begins to be worked on here and false when none is, so that the
   * browser keeps us.
   */
  readonly keepAwake?: (needed: boolean) => void;
  /** Keeps the public checks of runs. Without it, nothing public is looked up. */
  readonly publicChecks?: CheckStore;
  /** Called with the moment at which a public check needs the background next; null: none does. */
  readonly onWakeAt?: (at: number | null) => void;
  /** Called with what the toolbar's badge is to show. */
  readonly onBadge?: OnBadge;
  /** This program, for a report of a problem. Missing in tests. */
  readonly program?: Program;
  /** Called with bugs of a run, which no command waits for. */
  readonly onFault: (error: unknown) => void;
}

export interface Background {
  readonly handlers: CommandHandlers;
  /**
   * Continues every run that the journal says is not over. To be called whenever the background
   * starts or an alarm fires.
   */
  wake(): Promise<void>;
}

/** Creates the background's side of the contract. All that it needs of the browser is handed in. */
export function createBackgroundHandlers(deps: BackgroundDeps): Background {
  const access = createAccess({ ...deps, onHold: () => void notifyHold().catch(deps.onFault) });
  const policy = async () => readPolicy(await deps.managed());
  const { accounts } = deps;
  const accountMemory: AccountMemoryOf | undefined =
    accounts && ((of) => createAccountMemory(accounts, of, deps.now, deps.onFault));
  /** Null once opening has failed: the next command tries again. */
  let opened: ReturnType<OpenRuns> | null = null;

  // Two commands that come while it is being opened share one opening: a run must not have two
  // runners.
  const open: OpenRuns = () => (opened ??= openOnce());
  const openOnce: OpenRuns = async () => {
    try {
      const journal = await deps.openJournal();
      if (journal.ok) return ok({ journal: journal.value, runner: createRunner(runnerDeps(journal.value)) });
      opened = null;
      return journal;
    } catch (error) {
      opened = null;
      throw error;
    }
  };
  /** Notifies those who watch a run that the platform asked to wait. */
  const notifyHold = async () => {
    const runs = await opened;
    if (runs?.ok === true) runs.value.runner.noteHold();
  };
  const runnerDeps = (journal: Journal): RunnerDeps => ({
    journal,
    signIn: async (page, account) => {
      const by = ofEnvironment(page.environment, await policy());
      return by === null ? access.signIn(page, account) : failed({ code: 'not-allowed', by });
    },
    heldUntil: () => access.heldUntil(),
    now: deps.now,
    ticks: deps.ticks,
    sleep: deps.sleep,
    locks: deps.locks,
    keepAwake: deps.keepAwake ?? (() => {}),
    onFault: deps.onFault,
    onEnded: () => {
      publicChecks?.wake();
      void history.afterRun().catch(deps.onFault);
    },
    ...(accountMemory !== undefined && { accountMemory }),
    ...(deps.onBadge === undefined ? {} : { onBadge: deps.onBadge }),
  });
  const wake = async () => {
    if (!(await policy()).mayRememberKey) await takeOffDisk(deps.keys);
    const runs = await open();
    // Without a journal there is no run to continue. The panel shows the problem at its first
    // command.
    if (!runs.ok) return;
    await runs.value.runner.wake();
    await history.forgetStale();
    publicChecks?.wake();
  };
  const acceptedSets = createAcceptedSets(open, deps.installation);
  const groups = createGroupReader(deps.now);
  const clearStorage = () => {
    groups.forget();
    return deps.clearStorage();
  };
  const sight = createPublicHandlers(open, {
    ...deps,
    access,
    policy,
    keptDays: () => history.keptDaysNow(),
    accountMemory,
  });
  const { checks: publicChecks } = sight;
  const history = createHistoryHandlers(open, { ...deps, clearStorage, access, wake, policy, publicChecks });
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
  const connected = async (result: Result<SignedIn, PlatformProblem>) => {
    // A run that was waiting for somebody to sign in continues (docs/product.md 2.1).
    if (result.ok) wake().catch(deps.onFault);
    if (!result.ok) return result;
    const { connection, client } = result.value;
    const { environment } = connection.page;
    // A storage that fails costs the popup its best guess, and nothing else.
    await deps.lastEnvironment.save({ environment }).catch(deps.onFault);
    const learned = await accountMemory?.({ environment, account: connection.account.id }).known();
    const pageSize = await client.pageSize.next(null, 0);
    return ok({ ...connection, pageSize, ...(learned !== undefined && { learned }) });
  };

  /** Lets somebody in, where the browser lets us out. */
  const whereReached = async (
    { environment }: GroupPage,
    letIn: () => Promise<Result<SignedIn, PlatformProblem>>,
  ): Promise<Result<Connection, ConnectProblem>> => {
    if (deps.mayReach === undefined || (await deps.mayReach(environment))) return connected(await letIn());
    return failed({ code: 'no-access', host: new URL(apiOrigin(environment)).host });
  };

  const runs = createRunHandlers(open, { ...deps, acceptedSets, policy });
  const handlers: CommandHandlers = {
    connect: ({ page }, { signal }) => whereReached(page, () => access.signIn(page, null, signal)),
    'give-key': ({ page, key, remember }, { signal }) =>
      whereReached(page, () => access.giveKey(page, key, remember, signal)),
    'forget-key': async ({ environment }) => {
      groups.forget();
      await access.forgetKey(environment);
      return ok(null);
    },
    'load-credentials': ({ page, most }, context) =>
      signedIn(page, context.signal, ({ client, connection }) =>
        groups.read(
          { client, account: connection.account.id, group: page.groupId },
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
    rehearse: ({ page, changes }, { signal }) =>
      signedIn(page, signal, (as) => rehearse(as, { changes, group: page.groupId }, signal)),
    locate: ({ page, key, values }, { signal }) =>
      signedIn(page, signal, ({ client }) => locate(client, page.groupId, key, values, signal)),
    'find-moved': ({ page, since, from }, { signal }) =>
      signedIn(page, signal, ({ client }) => findMoved(client, page.groupId, { since, from }, signal)),
    'find-dashboard': async () => {
      const runs = await withRuns(open, async ({ journal }) => ok(await journal.listRuns()));
      const used = await readLastEnvironment(deps.lastEnvironment);
      return ok(dashboardToOpen(used, runs.ok ? runs.value : [], await policy())); // []: unreadable
    },
    'read-policy': async () => ok(await policy()),
    ...createRememberedHandlers(open, deps),
    'report-problem': createReportHandler(open, { ...deps, policy, program: deps.program ?? NAMELESS }),
    'open-change-set': acceptedSets.openChangeSet,
    'read-installation': async () => ok(await deps.installation()),
    ...runs,
    ...createProofHandlers(deps, runs['begin-run']),
    ...history.handlers,
    ...sight.handlers,
  };
  const changesOf = (run: RunId) => changesInJournal(open, run);
  return { handlers: guardHandlers(handlers, { policy, changesOf }), wake };
}
