import {
  FACT_VALUES,
  type AccountFacts,
  type AccountMemory,
  type FactName,
} from '../../platform/account-facts';
import type { Environment } from '../../platform/environment';
import { sureMemory } from '../../platform/sure-memory';
import { z } from '../../zod';

/** The storage of facts about accounts, by name. Another version may have written what it gives. */
export interface AccountStore {
  get(name: string): Promise<unknown>;
  put(name: string, facts: AccountFacts): Promise<void>;
}

const fact = (name: FactName) =>
  z
    .object({ is: z.enum(FACT_VALUES[name]), at: z.number() })
    .optional()
    .catch(undefined);

const factsSchema = z.object({
  grade: fact('grade'),
  private: fact('private'),
  clear: fact('clear'),
  'clear-recipient-phone': fact('clear-recipient-phone'),
  'clear-expiry-date': fact('clear-expiry-date'),
  'clear-grade': fact('clear-grade'),
  'clear-description': fact('clear-description'),
  'clear-custom': fact('clear-custom'),
  custom: fact('custom'),
  'own-ids': fact('own-ids'),
  search: fact('search'),
  surplus: fact('surplus'),
  public: fact('public'),
} satisfies Record<FactName, unknown>);

/** The writes of a store, one after the other: runs of two groups may learn at the same moment. */
const writing = new WeakMap<AccountStore, Promise<void>>();

/**
 * Keeps what is found out about one account. A fact that this version does not know is dropped. A
 * storage that fails costs a warning of a run, and nothing else: `onFault`.
 */
export function createAccountMemory(
  store: AccountStore,
  { environment, account }: { readonly environment: Environment; readonly account: string },
  now: () => number,
  onFault: (error: unknown) => void,
): AccountMemory {
  const name = `account:${environment}:${account}`;
  /** Facts written since this memory was created: each entry of a run shows it again. */
  const noted = new Map<FactName, string>();
  const memory = sureMemory<AccountFacts>(
    { load: () => store.get(name), save: (facts) => store.put(name, facts) },
    'What is known of an account',
    onFault,
  );
  const known = async (): Promise<AccountFacts> => {
    const parsed = factsSchema.safeParse(await memory.load());
    if (!parsed.success) return {};
    return Object.fromEntries(Object.entries(parsed.data).filter(([, seen]) => seen !== undefined));
  };
  return {
    known,
    learn(fact, is) {
      if (noted.get(fact) === is) return;
      noted.set(fact, is);
      const before = writing.get(store) ?? Promise.resolve(); // nothing was written yet
      const written = before.then(async () => memory.save({ ...(await known()), [fact]: { is, at: now() } }));
      writing.set(store, written);
    },
  };
}
