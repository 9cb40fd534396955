import type { Environment } from '../../platform/environment';
import { ok } from '../../result';
import type { AccountMemoryOf } from '../../run/loop/drive';
import {
  createPublicChecks,
  type PublicChecks,
  type PublicChecksDeps,
} from '../../run/public-check/public-checks';
import type { CheckStore } from '../../run/public-check/stored-checks';
import type { CommandHandlers } from '../contract/background-contract';
import type { Access } from './access';
import type { OpenRuns } from './open-runs';
import { ofEnvironment, type PolicyNow } from './policy-guard';

interface PublicDeps extends Pick<PublicChecksDeps, 'now' | 'sleep' | 'locks' | 'onFault' | 'keptDays'> {
  /** The memory of an account; undefined: nothing is remembered. */
  readonly accountMemory: AccountMemoryOf | undefined;
  readonly keepAwake?: PublicChecksDeps['keepAwake'];
  readonly onWakeAt?: PublicChecksDeps['onWakeAt'];
  /** Without it nothing is looked up. */
  readonly publicChecks?: CheckStore;
  readonly access: Pick<Access, 'asNobody'>;
  readonly policy: PolicyNow;
}

/** The handlers of the commands about what everybody sees, and the checks themselves. */
export function createPublicHandlers(open: OpenRuns, deps: PublicDeps) {
  const { publicChecks: store, policy, access, accountMemory } = deps;
  let isBusy = () => false;
  const openChecked = async () => {
    const runs = await open();
    if (!runs.ok) return null;
    isBusy = () => runs.value.runner.isBusy();
    return { journal: runs.value.journal };
  };
  const isAllowed = async (environment: Environment) => {
    const now = await policy();
    return now.mayReadPublicRecord && ofEnvironment(environment, now) === null;
  };
  const checks: PublicChecks | null =
    store === undefined
      ? null
      : createPublicChecks({
          ...deps,
          keepAwake: deps.keepAwake ?? (() => {}),
          onWakeAt: deps.onWakeAt ?? (() => {}),
          store,
          open: openChecked,
          isAllowed,
          isBusy: () => isBusy(),
          learnLag: ({ environment, account }, is) =>
            accountMemory?.({ environment, account: account.id }).learn('public', is),
          clientOf: (environment) => access.asNobody(environment),
        });
  return {
    checks,
    handlers: {
      'read-public-check': async ({ run }) => ok((await checks?.of(run)) ?? null), // not looked up
      'ask-public-now': async ({ run }) => {
        if (checks === null || !(await checks.askNow(run))) return ok(null);
        return ok(await checks.of(run));
      },
    } satisfies Partial<CommandHandlers>,
  };
}
