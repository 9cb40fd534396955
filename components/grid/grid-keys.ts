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

/** A key as it was pressed. `code`: its place on the keyboard, "KeyZ". */
type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>;

/** A letter of a script without a to z: Arabic, Cyrillic, Greek. */
const OTHER_SCRIPT = /^(?!\p{Script=Latin})\p{L}/u;

/**
 * The letter of a key, a to z; null for any other key. On a keyboard of another script it is the
 * letter that is printed beside it, as for the browser's own keys: Ctrl+Z works with Arabic too.
 */
function latinLetter({ key, code = '' }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const [, letter] = (OTHER_SCRIPT.test(key) && /^Key([A-Z])$/.exec(code)) || [];
  return letter?.toLowerCase() ?? null; // a key without one
}

/**
 * The action of a key; null for a key that the grid leaves to the browser, which is every one with
 * Ctrl, Alt or Meta. Whether a letter is meant with Shift is asked of that key: Caps Lock writes it
 * large as well, and must not leave a whole column out.
 */
export function gridAction(event: PressedKey): GridAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const letter = latinLetter(event);
  const key = letter === null ? event.key : event.shiftKey ? `Shift+${letter.toUpperCase()}` : letter;
  return Object.hasOwn(ACTIONS, key) ? (ACTIONS[key] ?? null) : null;
}

/** Whether a key takes the last step back, or takes it again; null for any other. */
export function historyAction(event: PressedKey): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = latinLetter(event);
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}

/**
 * What a key does to the text of a cell that is being typed: Enter takes it, Escape drops it, any
 * other key is typed. A key of an input method is typed as well: in Japanese, Enter takes the word
 * and not the cell.
 */
export function editEnd({
  key,
  isComposing,
}: Pick<KeyboardEvent, 'key' | 'isComposing'>): 'take' | 'drop' | null {
  if (isComposing) return null;
  return key === 'Enter' ? 'take' : key === 'Escape' ? 'drop' : null;
}
