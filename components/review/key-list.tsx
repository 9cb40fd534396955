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
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
