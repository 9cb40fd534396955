import type { SheetClient } from '../../rpc/client/sheet-client';
import type { ReviewId } from '../../rpc/contract/held';
import type { PlanFacts } from '../../rpc/contract/sheet-contract';
import { MOST_NOTED, type MadeSet } from './change-set-model';
import type { CheckedSet } from '../file/checked-set';
import type { ChangeSetDeps, HeldSecret } from './change-set-deps';

/** Seals the confirmed changes for a second person. Null where they are no longer asked about. */
export async function sealPlan(
  { background, page, file, sheet, now, connected }: ChangeSetDeps,
  { plan, confirmedWarnings }: PlanFacts,
  { passphrase, by }: { readonly passphrase: string; readonly by: string },
): Promise<MadeSet | null> {
  const [who, open] = [connected(), file.phase.peek()];
  const installation = await background.call({ kind: 'read-installation' });
  if (who === null || open.kind !== 'open' || !installation.ok) return null;
  const of = {
    environment: page.environment,
    group: { id: page.groupId, name: who.group.name },
    maker: { name: by.trim(), installation: installation.value },
    madeAt: now(),
    fileName: open.name,
    confirmed: confirmedWarnings,
  };
  const made = await sheet.call('sealPlan', plan, of, passphrase);
  return made.ok ? made.value : null;
}

/** The rows of a review that are excluded, wholly or in part. */
export async function refusedRows(sheet: SheetClient, review: ReviewId) {
  const view = { filter: { kind: 'excluded' }, search: '', sort: null } as const;
  const left = await sheet.call('window', review, view, 0, MOST_NOTED);
  return left.ok ? left.value.rows.map(({ row, who }) => ({ row, who: who.name ?? who.email ?? '' })) : [];
}

/** Seals the notes about a set. */
export function sealAnswer(
  { sheet, now }: Pick<ChangeSetDeps, 'sheet' | 'now'>,
  { checked, secret }: { readonly checked: CheckedSet; readonly secret: HeldSecret },
  said: {
    readonly note: string;
    readonly notes: ReadonlyMap<number, string>;
    readonly refused: readonly { readonly row: number; readonly who: string }[];
  },
): Promise<ArrayBuffer> {
  const { source, origin, fileName, drift } = checked;
  const refused = said.refused.map(({ row, who }) => ({ row, who, note: said.notes.get(row)?.trim() ?? '' }));
  return sheet.call(
    'sealAnswer',
    {
      ...origin,
      kind: 'answer',
      list: source.list,
      fileName,
      by: source.acceptedBy,
      at: now(),
      note: said.note.trim(),
      refused,
      changes: drift.changes,
    },
    secret.passphrase,
  );
}
