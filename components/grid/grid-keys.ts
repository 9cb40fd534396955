/** The action of a key in the grid (docs/product.md 2.4: every action has one). */
export type GridAction =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'page'; readonly down: boolean }
  | { readonly kind: 'end'; readonly last: boolean }
  | { readonly kind: 'toggle-row' }
  | { readonly kind: 'toggle-cell' }
  | { readonly kind: 'toggle-column' }
  | { readonly kind: 'sort' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'change-address' }
  | { readonly kind: 'next'; readonly severity: 'error' | 'warning' };

const move = (rows: number, columns: number): GridAction => ({ kind: 'move', rows, columns });

const ACTIONS: Readonly<Record<string, GridAction>> = {
  ArrowDown: move(1, 0),
  j: move(1, 0),
  ArrowUp: move(-1, 0),
  k: move(-1, 0),
  ArrowRight: move(0, 1),
  l: move(0, 1),
  ArrowLeft: move(0, -1),
  h: move(0, -1),
  PageDown: { kind: 'page', down: true },
  PageUp: { kind: 'page', down: false },
  Home: { kind: 'end', last: false },
  End: { kind: 'end', last: true },
  ' ': { kind: 'toggle-row' },
  x: { kind: 'toggle-cell' },
  'Shift+X': { kind: 'toggle-column' },
  s: { kind: 'sort' },
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  a: { kind: 'change-address' },
  e: { kind: 'next', severity: 'error' },
  w: { kind: 'next', severity: 'warning' },
};

/**
 * The keys that do something in the grid, as the list of keys names them but for arrows and Space.
 */
export const GRID_KEYS: readonly string[] = Object.keys(ACTIONS);

/**
 * The action of a key; null for a key that the grid leaves to the browser, which is every one with
 * Ctrl, Alt or Meta. Whether a letter is meant with Shift is asked of that key: Caps Lock writes it
 * large as well, and must not leave a whole column out.
 */
export function gridAction(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): GridAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const isLetter = /^[a-z]$/i.test(event.key);
  const letter = event.shiftKey ? `Shift+${event.key.toUpperCase()}` : event.key.toLowerCase();
  const key = isLetter ? letter : event.key;
  return Object.hasOwn(ACTIONS, key) ? (ACTIONS[key] ?? null) : null;
}

/** Whether a key takes the last step back, or takes it again; null for any other. */
export function historyAction(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}
