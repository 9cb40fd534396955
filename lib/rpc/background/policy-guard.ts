import type { Change } from '../../credential/change';
import { isEmailKey } from '../../credential/attributes';
import type { RunHeader, RunId, RunSource } from '../../journal/entry';
import type { Environment } from '../../platform/environment';
import { failed, type Result } from '../../result';
import { mayCost } from '../../review/plan/may-cost';
import type { BackgroundCommand, CommandHandlers } from '../contract/background-contract';
import type { Policy, LimitName } from '../contract/policy';

/** A refusal by the organisation's policy. */
export interface NotAllowed {
  readonly code: 'not-allowed';
  readonly by: LimitName;
}

/** Reads the policy for each command again: it may change while the browser runs. */
export type PolicyNow = () => Promise<Policy>;

interface GuardDeps {
  readonly policy: PolicyNow;
  /** The changes of a run that was written down, in parts. */
  readonly changesOf: (run: RunId) => AsyncIterable<readonly Change[]>;
}

/**
 * Puts the policy in front of the handlers: a command that it does not allow is refused before
 * anything else is done, whoever sent it. What a run changes is counted when it begins, from the
 * very entries that are sent; what its header says is not relied on.
 */
export function guardHandlers(handlers: CommandHandlers, deps: GuardDeps): CommandHandlers {
  const guarded = Object.fromEntries(
    Object.entries(handlers).map(([kind, handler]) => [
      kind,
      async (command: BackgroundCommand, context: never): Promise<unknown> => {
        const policy = await deps.policy();
        const by = refusal(command, policy) ?? (await refusalOfRun(command, policy, deps));
        if (by !== null) return failed({ code: 'not-allowed', by }) satisfies Result<never, NotAllowed>;
        return (handler as (command: BackgroundCommand, context: never) => Promise<unknown>)(
          command,
          context,
        );
      },
    ]),
  );
  // Each handler has the type of the one that it guards.
  return guarded as unknown as CommandHandlers;
}

/** The policy that a command breaks by itself; null: none. */
export function refusal(command: BackgroundCommand, policy: Policy): LimitName | null {
  switch (command.kind) {
    case 'connect':
    case 'load-credentials':
    case 'load-details':
    case 'find-moved':
    case 'rehearse':
      return ofEnvironment(command.page.environment, policy);
    case 'give-key':
      if (command.remember && !policy.mayRememberKey) return 'rememberKey';
      return ofEnvironment(command.page.environment, policy);
    case 'look-up':
      if (policy.lookUpByIdOnly && isEmailKey(command.lookUp.key)) return 'lookUpByIdOnly';
      return ofEnvironment(command.page.environment, policy);
    case 'open-change-set':
      return ofEnvironment(command.page.environment, policy);
    case 'locate':
      if (policy.lookUpByIdOnly && isEmailKey(command.key)) return 'lookUpByIdOnly';
      return ofEnvironment(command.page.environment, policy);
    case 'prepare-run':
      if (policy.fourEyesRequired && !mayBeAccepted(command.header.source)) return 'fourEyesRequired';
      if (policy.promiseRequired && !mayBePromised(command.header)) return 'promiseRequired';
      if (policy.mostRows !== null && command.header.entries > policy.mostRows) return 'mostRows';
      return ofEnvironment(command.page.environment, policy);
    case 'add-changes':
      return command.changes.some((change) => changesFixed(change, policy)) ? 'neverChange' : null;
    case 'keep-values':
      return command.days > policy.mostKeptDays ? 'daysOfHistory' : null;
    case 'ask-public-now':
      return policy.mayReadPublicRecord ? null : 'publicRecord';
    default:
      return null;
  }
}

async function refusalOfRun(
  command: BackgroundCommand,
  policy: Policy,
  { changesOf }: GuardDeps,
): Promise<LimitName | null> {
  const { neverChange, mostRows, mostCredits } = policy;
  if (command.kind !== 'begin-run') return null;
  if (mostRows === null && mostCredits === null && neverChange.length === 0) return null;
  let rows = 0;
  let credits = 0;
  for await (const changes of changesOf(command.run)) {
    rows += changes.length;
    credits += changes.filter(mayCost).length;
    if (changes.some((change) => changesFixed(change, policy))) return 'neverChange';
    if (mostRows !== null && rows > mostRows) return 'mostRows';
    if (mostCredits !== null && credits > mostCredits) return 'mostCredits';
  }
  return null;
}

/**
 * Whether a run can be one that a second person has accepted, by what it says of itself. When it
 * begins it is held against that (accepted-sets.ts).
 */
function mayBeAccepted(source: RunSource | undefined): boolean {
  return source?.kind === 'checked' || source?.kind === 'retry';
}

/** Whether a run has a promise, or goes on with one that has (kept-promise.ts). */
function mayBePromised({ promise, source }: RunHeader): boolean {
  return promise !== undefined || source?.kind === 'retry';
}

export function ofEnvironment(environment: Environment, { environments }: Policy): LimitName | null {
  return environments.includes(environment) ? null : 'environments';
}

function changesFixed({ fields }: Change, { neverChange }: Policy): boolean {
  return neverChange === 'all' || fields.some(({ attribute }) => neverChange.includes(attribute));
}
