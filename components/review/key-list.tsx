import { t } from '../text';

/** Keys, and the message that says what they do. */
export const KEYS = [
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
  ['F6  Shift+F6', 'keyRegion'],
] as const;

/** The keys of the grid, on request. */
export function KeyList() {
  return (
    <details class="keys">
      <summary class="link">{t('keys')}</summary>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <kbd>{keysOn(keys, isMac())}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </details>
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
