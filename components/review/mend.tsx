import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';

/** Offers to correct all cells of a kind whose meant text is certain, or likely and looked at. */
export function Mend({ session, group, title }: { session: Session; group: FindingGroup; title: string }) {
  const { meant } = group;
  if (meant === null) return null;
  const own = ownText(group);
  return (
    <button
      type="button"
      class="button small"
      aria-label={own ?? t('mendKind', title)}
      onClick={() => void session.review.decide({ kind: 'mend', code: meant.code })}
    >
      {own ?? t('mend')}
    </button>
  );
}

/** The words of what is corrected; null where the usual ones say it. */
function ownText({ meant, classes }: FindingGroup): string | null {
  if (meant?.code === 'new-address') return t('changeAddresses');
  const domains = classes['look-alike'] ?? 0; // only e-mails have classes of domains
  return domains > 0 ? tn('mendDomains', domains) : null;
}
