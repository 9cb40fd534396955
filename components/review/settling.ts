import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { AlarmCode, WarningCode } from '../../lib/review/terms/finding';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';

/** Errors are settled together: skipped, or all of them corrected. */
export type ItemId = AlarmCode | WarningCode | 'errors';

/** Something that the admin settles before the update. */
export interface Item {
  readonly id: ItemId;
  readonly isSettled: boolean;
}

/** The item that the admin has opened, or closed (`id` null), and how it stood then. */
export interface Opened {
  readonly id: ItemId | null;
  readonly wasSettled: boolean;
}

/**
 * The items to settle, in the order in which to deal with them: alarms, errors, warnings. A kind
 * whose rows are all left out is none any more.
 */
export function itemsToSettle(state: Pick<ReviewState, 'summary' | 'obstacles'>): readonly Item[] {
  const { groups } = state.summary;
  const of = (severity: FindingGroup['severity']) =>
    groups.flatMap((group): readonly Item[] =>
      group.severity !== severity || group.severity === 'error' || group.count === 0
        ? []
        : [{ id: group.code, isSettled: group.confirmed }],
    );
  const hasErrors = groups.some(({ severity }) => severity === 'error');
  const isSkipped = !state.obstacles.some(({ code }) => code === 'errors-open');
  const errors: readonly Item[] = hasErrors ? [{ id: 'errors', isSettled: isSkipped }] : [];
  return [...of('alarm'), ...errors, ...of('warning')];
}

/**
 * The one item that is open. An item that the admin has opened stays so until it is settled (or
 * unsettled again): then, and as long as nobody has opened one, it is the first that is to settle.
 */
export function openIn(items: readonly Item[], opened: Opened | null): ItemId | null {
  if (opened !== null) {
    if (opened.id === null) return null;
    const item = items.find(({ id }) => id === opened.id);
    if (item !== undefined && item.isSettled === opened.wasSettled) return item.id;
  }
  return items.find(({ isSettled }) => !isSettled)?.id ?? null;
}

/** The next item to settle behind one, from the end on at the start; null where all are settled. */
export function nextToSettle(items: readonly Item[], after: ItemId | null): ItemId | null {
  const from = items.findIndex(({ id }) => id === after) + 1;
  const others = [...items.slice(from), ...items.slice(0, from)];
  return others.find(({ isSettled }) => !isSettled)?.id ?? null;
}
