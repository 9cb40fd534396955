import type { Change } from '../../lib/credential/change';
import type { CredentialId } from '../../lib/credential/ids';
import type { RunHeader, RunId, RunSource } from '../../lib/journal/entry';
import type { GroupPage } from '../../lib/platform/environment';
import type { PolicyName } from '../../lib/platform/policy-name';
import type { RunPromise } from '../../lib/review/plan/plan-promise';
import type { BackgroundCommand } from '../../lib/rpc/contract/background-contract';
import { changeOf } from './background-world';

/*
 * docs/policies.md: for each setting, what a tampered panel would send, and by which problem the
 * background refuses it. The same table is tried in the handlers
 * (test/lib/rpc/background/forged-commands.test.ts) and in a managed browser
 * (test/e2e/policies.spec.ts).
 */

/** The background's answer, as a page of the extension gets it. */
export type Answer =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly by?: string } };

/** Where commands are forged: a background, and a group with two credentials. */
export interface Target {
  readonly say: (command: BackgroundCommand) => Promise<Answer>;
  readonly page: GroupPage;
  readonly account: RunHeader['account'];
  readonly credentials: readonly [CredentialId, CredentialId];
}

export interface Forgery {
  readonly what: string;
  readonly forge: (target: Target) => Promise<Answer>;
  readonly problem: Answer & { readonly ok: false };
}

export interface PolicyCase {
  /** The setting under which the commands are refused, and one under which each is taken. */
  readonly refuses: unknown;
  readonly takes: unknown;
  readonly forgeries: readonly Forgery[];
}

const WRITER = 'forged';
const HASH = 'a'.repeat(64);
const NOBODYS_RUN = 'run-of-nobody' as RunId;
const CHECKED: RunSource = {
  ...{ kind: 'checked', sha256: HASH, list: HASH, madeBy: 'Ana', madeAt: 0, acceptedBy: 'Ben' },
};
const TWO: RunPromise = { numbers: [{ of: 'credentials', number: 2 }] };
const RETRY: RunSource = { kind: 'retry', runs: [NOBODYS_RUN] };

const refusedBy = (by: PolicyName) => ({ ok: false, problem: { code: 'not-allowed', by } }) as const;

/** One command by itself. */
const one =
  (by: PolicyName) =>
  (commandOf: (target: Target) => BackgroundCommand): Forgery => {
    const forge = (target: Target) => target.say(commandOf(target));
    return { what: kindOf(commandOf), forge, problem: refusedBy(by) };
  };

/** The kind of a command that needs no target to be named. */
function kindOf(commandOf: (target: Target) => BackgroundCommand): string {
  return /kind: ?["'`]([\w-]+)["'`]/.exec(String(commandOf))?.[1] ?? 'a command';
}

/** A whole run: written down, filled, begun; the first refusal is the answer. */
function run(
  by: PolicyName,
  what: string,
  changesOf: (target: Target) => readonly Change[],
  header: Partial<RunHeader> = {},
): Forgery {
  return {
    what,
    problem: refusedBy(by),
    async forge(target) {
      const { say, page, account } = target;
      const changes = changesOf(target);
      const prepared = await say({
        kind: 'prepare-run',
        page,
        writer: WRITER,
        header: {
          ...{ environment: page.environment, account, group: { id: page.groupId, name: 'Forged' } },
          ...{ fileName: 'forged.csv', sheetName: '', entries: changes.length, creditsAtMost: 0 },
          ...{ confirmedWarnings: [], ...header },
        },
      });
      if (!prepared.ok) return prepared;
      const id = prepared.value as RunId;
      const added = await say({ kind: 'add-changes', run: id, from: 0, changes });
      return added.ok ? say({ kind: 'begin-run', run: id }) : added;
    },
  };
}

const grade = ({ credentials: [first] }: Target) => [changeOf(first, [['grade', null, 'Forged']])];
const twoGrades = ({ credentials }: Target) =>
  credentials.map((id) => changeOf(id, [['grade', null, 'Forged']]));
const renewed = ({ credentials: [first] }: Target) => [
  changeOf(first, [['expiry-date', '2027-01-31', '2028-01-31']], {
    expiredOn: '2027-01-31' as Change['expiredOn'],
  }),
];

const elsewhere = one('environments');

/** A case for each setting of the schema; null: no command does what the setting is about. */
export const POLICY_CASES: Readonly<Record<PolicyName, PolicyCase | null>> = {
  environments: {
    refuses: ['eu'],
    takes: ['production'],
    forgeries: [
      elsewhere(({ page }) => ({ kind: 'connect', page })),
      elsewhere(({ page }) => ({ kind: 'give-key', page, key: 'k', remember: false })),
      elsewhere(({ page }) => ({ kind: 'load-credentials', page })),
      elsewhere(({ page }) => ({ kind: 'load-details', page, credentials: [] })),
      elsewhere(({ page }) => ({
        kind: 'look-up',
        page,
        lookUp: { key: 'uuid', values: [], control: null },
      })),
      elsewhere(({ page }) => ({ kind: 'locate', page, key: 'uuid', values: [] })),
      elsewhere(({ page }) => ({ kind: 'find-moved', page, since: '2026-01-01' as never, from: 0 })),
      elsewhere(({ page }) => ({ kind: 'rehearse', page, changes: [] })),
      elsewhere(({ page }) => ({ kind: 'open-change-set', page, file: '', passphrase: '', by: 'Ben' })),
      run('environments', 'a run', grade),
    ],
  },
  rememberKey: {
    refuses: false,
    takes: true,
    forgeries: [one('rememberKey')(({ page }) => ({ kind: 'give-key', page, key: 'k', remember: true }))],
  },
  daysOfHistory: {
    refuses: 7,
    takes: 8,
    forgeries: [one('daysOfHistory')(() => ({ kind: 'keep-values', days: 8 }))],
  },
  neverChange: {
    refuses: ['recipient-email', 'grade'],
    takes: ['recipient-email'],
    forgeries: [run('neverChange', 'a run', grade)],
  },
  mostRows: {
    refuses: 1,
    takes: 2,
    forgeries: [
      run('mostRows', 'a run', twoGrades),
      run('mostRows', 'a run that says it is smaller', twoGrades, { entries: 1 }),
    ],
  },
  mostCredits: {
    refuses: 0,
    takes: 1,
    forgeries: [run('mostCredits', 'a run that says it costs nothing', renewed)],
  },
  lookUpByIdOnly: {
    refuses: true,
    takes: false,
    forgeries: [
      one('lookUpByIdOnly')(({ page }) => ({
        kind: 'look-up',
        page,
        lookUp: { key: 'recipient-email', values: ['ada@forged.example'], control: null },
      })),
      one('lookUpByIdOnly')(({ page }) => ({
        kind: 'locate',
        page,
        key: 'present-email',
        values: ['ada@forged.example'],
      })),
    ],
  },
  publicRecord: {
    refuses: 'off',
    takes: 'on',
    forgeries: [one('publicRecord')(() => ({ kind: 'ask-public-now', run: NOBODYS_RUN }))],
  },
  // The background alone opens that page: test/lib/rpc/background/first-page.test.ts.
  firstPage: null,
  fourEyesRequired: {
    refuses: true,
    takes: false,
    forgeries: [
      run('fourEyesRequired', 'a run without a source', grade),
      run('fourEyesRequired', 'a run of a sheet', grade, { source: { kind: 'file', sha256: HASH } }),
      run('fourEyesRequired', 'an undo', grade, { source: { kind: 'undo', runs: [NOBODYS_RUN] } }),
      {
        ...run('fourEyesRequired', 'a run that says it was accepted', grade, { source: CHECKED }),
        problem: { ok: false, problem: { code: 'not-as-accepted' } },
      },
      run('fourEyesRequired', 'one that says it goes on with an accepted one', grade, { source: RETRY }),
    ],
  },
  promiseRequired: {
    refuses: true,
    takes: false,
    forgeries: [
      run('promiseRequired', 'a run without a promise', grade),
      run('promiseRequired', 'a run of which one attribute was not promised', grade, {
        promise: { numbers: [{ of: 'credentials', number: 1 }] },
      }),
      {
        ...run('promiseRequired', 'a run that does not keep its promise', grade, { promise: TWO }),
        problem: { ok: false, problem: { code: 'not-as-promised' } },
      },
      run('promiseRequired', 'one that says it goes on with a promised one', grade, { source: RETRY }),
    ],
  },
};
