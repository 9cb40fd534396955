import { t } from '../text';

/** Keys of the grid of changes, and the message that says what they do. */
export const GRID_KEY_LIST = [
  ['↑ ↓ ← →  j k h l', 'keyMove'],
  ['PageUp  PageDown', 'keyPage'],
  ['Home  End', 'keyEnds'],
  ['Space', 'keyRow'],
  ['x', 'keyCell'],
  ['Shift+X', 'keyColumn'],
  ['Enter  F2', 'keyEdit'],
  ['a', 'keyAddress'],
  ['Ctrl+V', 'keyPaste'],
  ['Ctrl+Z  Ctrl+Shift+Z  Ctrl+Y', 'keyUndo'],
  ['e  w', 'keyNext'],
  ['s', 'keySort'],
  ['/', 'keySearch'],
] as const;

/** Keys that do the same in every step. */
const KEYS_EVERYWHERE = [
  ['Tab  Shift+Tab', 'keyTab'],
  ['F6  Shift+F6', 'keyRegion'],
  ['Esc', 'keyEscape'],
] as const;

/** The keys of the review, or those of every step. */
export function KeyTable({ of }: { of: 'review' | 'everywhere' }) {
  const keys = of === 'review' ? [...GRID_KEY_LIST, ...KEYS_EVERYWHERE] : KEYS_EVERYWHERE;
  const mac = isMac();
  return (
    <dl class="key-table">
      {keys.map(([key, does]) => (
        <div key={does}>
          <dt>
            <kbd>{keysOn(key, mac)}</kbd>
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Keys as they are called on the computer: on a Mac the command key does what Ctrl does elsewhere.
 * Example, on a Mac: "Ctrl+Z  Ctrl+Shift+Z  Ctrl+Y" -> "⌘Z  ⇧⌘Z" (there is no ⌘Y for it).
 */
export function keysOn(keys: string, mac: boolean): string {
  if (!mac) return keys;
  return keys
    .replace(/ *Ctrl\+Y/, '')
    .replaceAll('Ctrl+Shift+', '⇧⌘')
    .replaceAll('Ctrl+', '⌘')
    .replaceAll('Shift+', '⇧');
}

function isMac(): boolean {
  return /Mac/.test(navigator.userAgent);
}
