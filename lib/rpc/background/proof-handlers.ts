import { ok } from '../../result';
import type { CommandHandlers } from '../contract/background-contract';
import type { StoredItem } from '../contract/stored-item';
import type { SentLog } from './sent-log';

/** Facts for the page "Prove it" (docs/product.md 4). */
export interface ProofDeps {
  /** Counts what was sent; without it, nothing is known of that. */
  readonly sent?: SentLog;
  /** Lists what is stored, by names and sizes. */
  readonly listStored?: () => Promise<readonly StoredItem[]>;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/** The handlers of what is asked by "Prove it". Requests are counted from the begin of a run on. */
export function createProofHandlers(
  { sent, listStored, now, onFault }: ProofDeps,
  begin: CommandHandlers['begin-run'],
) {
  return {
    'read-sent': async () => ok((await sent?.read()) ?? { since: now(), fromRun: false, kinds: [] }),
    'measure-stored': async () => ok((await listStored?.()) ?? []),
    'begin-run': async (command, context) => {
      await sent?.begin().catch(onFault);
      return begin(command, context);
    },
  } satisfies Partial<CommandHandlers>;
}
