import type { Mail } from '../../review/plan/mail-forecast';
import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { PlanId } from '../../rpc/contract/held';

/**
 * Asks who may be written to because of a plan. Null when the worker ended over it, or holds
 * another plan by now.
 */
export async function askMails(sheet: SheetClient, plan: PlanId): Promise<readonly Mail[] | null> {
  let mails: readonly Mail[] | null = null;
  await ignoreWorkerEnd(
    sheet.call('mails', plan).then((answer) => {
      if (answer.ok) mails = answer.value;
    }),
  );
  return mails;
}
