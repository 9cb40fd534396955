import type { Change } from '../../credential/change';
import type { Connection } from '../../platform/connection';
import type { GroupPage } from '../../platform/environment';
import type { PlatformProblem } from '../../platform/platform-problem';
import { countRehearsed, rehearsalFile, type RehearsalCounts } from '../../report/rehearsal/rehearsal-file';
import type { RehearsedChange } from '../../report/rehearsal/rehearsed-change';
import { rowsInDoubt, sumOfDoubts, type RowsInDoubt } from '../../report/rehearsal/unknown-ways';
import { failed, ok, type Result } from '../../result';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import type { PlanFacts } from '../../rpc/contract/sheet-contract';
import { sha256Of } from '../../secrets/sha256';

/** Changes that are rehearsed by one command. */
const PART = 100;

/** A rehearsal, to be saved. */
export interface MadeRehearsal extends RehearsalCounts {
  readonly bytes: ArrayBuffer;
  /** SHA-256 of the file, and of the changes that it is about. */
  readonly sha256: string;
  readonly list: string;
}

export type RehearsalProblem = PlatformProblem | { readonly code: 'reader-ended' };

export interface RehearsalDeps {
  readonly page: GroupPage;
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  readonly now: () => number;
}

/**
 * Rehearses a plan (docs/product.md 2.5): the requests are made by the background, as in a run, and
 * nothing of it is stored. `onDone`: called with how many changes are rehearsed.
 */
export async function makeRehearsal(
  { page, background, sheet, now }: RehearsalDeps,
  { plan, changes: total }: PlanFacts,
  { connection, fileName }: { readonly connection: Connection; readonly fileName: string },
  onDone: (changes: number) => void,
): Promise<Result<MadeRehearsal, RehearsalProblem>> {
  const rehearsed: RehearsedChange[] = [];
  let inDoubt: readonly RowsInDoubt[] = [];
  try {
    const list = await sheet.call('hashPlan', plan);
    if (!list.ok) return READER_ENDED;
    for (let from = 0; from < total; from += PART) {
      const part = await sheet.call('changes', plan, from, PART);
      if (!part.ok) return READER_ENDED;
      const changes: readonly Change[] = part.value;
      const said = await background.call({ kind: 'rehearse', page, changes });
      if (!said.ok) return said;
      rehearsed.push(...said.value);
      inDoubt = sumOfDoubts(inDoubt, rowsInDoubt(changes, connection.learned));
      onDone(rehearsed.length);
    }
    const { account, group } = connection;
    const of = {
      environment: page.environment,
      account: account.name,
      fileName,
      madeAt: now(),
      list: list.value,
      hasOwnIds: connection.learned?.['own-ids'] !== undefined,
    };
    const counts = countRehearsed(rehearsed, inDoubt);
    const origin = { id: group.id, name: group.name };
    const file = await rehearsalFile({ ...of, group: origin }, counts, rehearsed, sha256Of);
    return ok({ ...counts, ...file, list: list.value });
  } catch (error) {
    if (error instanceof SheetWorkerEnded) return READER_ENDED;
    throw error;
  }
}

const READER_ENDED = failed({ code: 'reader-ended' } as const);
