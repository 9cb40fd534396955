import { useSignal } from '@preact/signals';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { itemsToSettle, nextToSettle, openIn, type Item, type ItemId, type Opened } from './settling';

/** The list of what is to settle, and which of it is open. */
export interface Settling {
  readonly items: readonly Item[];
  readonly open: ItemId | null;
  readonly toggle: (id: ItemId) => void;
  /** Leads to the next that is to settle: opens it, shows its rows, and gives it the keyboard. */
  readonly next: () => void;
}

/** The id of the control that settles an item. */
export function settleId(id: ItemId): string {
  return `settle-${id}`;
}

export function useSettling({ review }: Session, state: ReviewState): Settling {
  const opened = useSignal<Opened | null>(null);
  /** The item that "Next" has led to. */
  const ledTo = useSignal<ItemId | null>(null);
  const items = itemsToSettle(state);
  const open = openIn(items, opened.value);
  const put = (id: ItemId | null) => {
    const item = items.find((one) => one.id === id);
    opened.value = { id, wasSettled: item?.isSettled ?? false };
  };
  return {
    items,
    open,
    toggle: (id) => put(open === id ? null : id),
    next() {
      const isOpen = items.some(({ id, isSettled }) => id === open && !isSettled);
      // The first one is open by itself, and nobody has been led to it.
      const id = isOpen && ledTo.peek() !== open ? open : nextToSettle(items, open);
      if (id === null) return;
      put(id);
      ledTo.value = id;
      review.setFilter(id === 'errors' ? { kind: 'errors' } : { kind: 'finding', code: id });
      document.getElementById(settleId(id))?.focus(); // drawn with the review
    },
  };
}
