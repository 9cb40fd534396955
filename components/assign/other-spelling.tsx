import type { KeyReport } from '../../lib/review/match/key-report';
import type { Session } from '../../lib/session/session';
import { t } from '../text';

/**
 * Offers to match rows whose key the group has in another spelling, all at once, and says by an
 * example what is different (docs/product.md 2.3).
 */
export function OtherSpelling({ session, report }: { session: Session; report: KeyReport }) {
  const { otherSpelling, rows } = report;
  if (otherSpelling === null) return null;
  const isOn = session.assign.state.value?.assignment.anySpelling === true;
  const { rows: count, text, meant } = otherSpelling;
  const isAll = count === rows;
  return (
    <span class="caution">
      {isOn
        ? t('otherSpellingOn', count, text, meant)
        : t(isAll ? 'otherSpellingAll' : 'otherSpelling', count, text, meant)}{' '}
      <button type="button" class="link" onClick={() => session.assign.setAnySpelling(!isOn)}>
        {t(isOn ? 'asWritten' : 'anySpelling')}
      </button>
    </span>
  );
}
