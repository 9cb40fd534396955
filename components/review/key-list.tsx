import { KeyTable } from '../parts/key-table';
import { t } from '../text';

/** The keys of the grid, on request. */
export function KeyList() {
  return (
    <details class="keys">
      <summary class="link">{t('keys')}</summary>
      <KeyTable of="review" />
    </details>
  );
}
