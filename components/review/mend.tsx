import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { t } from '../text';

/**
 * Offers to correct all cells of a kind whose meant text is certain, with one of them as an
 * example.
 */
export function Mend({ session, group, title }: { session: Session; group: FindingGroup; title: string }) {
  const { meant } = group;
  if (meant === null) return null;
  const isAddress = meant.code === 'new-address';
  return (
    <p>
      <button
        type="button"
        class="link small"
        aria-label={isAddress ? t('changeAddresses') : t('mendKind', title)}
        onClick={() => void session.review.decide({ kind: 'mend', code: meant.code })}
      >
        {isAddress ? t('changeAddresses') : t('mend')}
      </button>{' '}
      <span class="small quiet">{t('mendSample', meant.text, meant.meant)}</span>
    </p>
  );
}
