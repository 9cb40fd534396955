/** Everything that can have the keyboard, also what Tab passes over within a group of buttons. */
const FOCUSABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)';
/** Parts that the keyboard is kept in. Whoever replaces a whole one says where it goes. */
const PARTS = 'main, dialog, aside, header, .notice';

/** Whether an element can have the keyboard. */
export function isUsable(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled') &&
    element.closest('[inert]') === null &&
    element.checkVisibility()
  );
}

/**
 * Finds what stands where a removed element was: what follows it, else what is before it, in the
 * smallest part of the page that has anything. A row of the grid gives the keyboard to the grid.
 * `records`: the changes of the page that removed it. Null where a whole part is gone.
 */
export function placeOfRemoved(lost: Node, records: readonly MutationRecord[]): HTMLElement | null {
  const record = removalOf(lost, records);
  if (!(record?.target instanceof Element)) return null;
  const { target, previousSibling, nextSibling } = record;
  const place = document.createRange();
  if (nextSibling?.parentNode === target) place.setStartBefore(nextSibling);
  else if (previousSibling?.parentNode === target) place.setStartAfter(previousSibling);
  else place.setStart(target, 0);
  place.collapse(true);
  return nearest(target, place);
}

/** The same for an element that is still there, and hidden or disabled. */
export function placeOf(lost: HTMLElement): HTMLElement | null {
  const place = document.createRange();
  place.setStartAfter(lost);
  return lost.parentElement && nearest(lost.parentElement, place);
}

/** The change that took an element out of the page, itself or with what it lies in. */
function removalOf(lost: Node, records: readonly MutationRecord[]): MutationRecord | null {
  let node = lost;
  for (;;) {
    const root = rootOf(node);
    // The last one: it may have been taken out and put in again before.
    const record = records.findLast(({ removedNodes }) => [...removedNodes].includes(root));
    if (record === undefined) return null;
    if (record.target.isConnected) return record;
    if (record.target === node || rootOf(record.target) === root) return null;
    node = record.target;
  }
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parentNode !== null) root = root.parentNode;
  return root;
}

function nearest(from: Element, place: Range): HTMLElement | null {
  const grid = from.closest<HTMLElement>('[role="grid"]');
  if (grid !== null) return grid;
  if (from.closest(PARTS) === null) return null;
  for (let scope: Element | null = from; scope !== null; scope = scope.parentElement) {
    const inside = [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isUsable);
    const found = inside.find((one) => place.comparePoint(one, 0) > 0) ?? inside.at(-1);
    if (found !== undefined) return found;
    if (scope instanceof HTMLElement && scope.matches(PARTS)) {
      scope.tabIndex = -1;
      return scope;
    }
  }
  return null;
}
