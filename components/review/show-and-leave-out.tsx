import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { named, t } from '../text';
import { showRows } from './show-rows';

/** Actions for the rows of one kind. */
export function ShowAndLeaveOut(props: { session: Session; group: FindingGroup; title: string }) {
  const { session, title } = props;
  const { code, mend } = props.group;
  return (
    <p class="actions">
      <button
        type="button"
        class="link small"
        aria-label={t('showKind', title)}
        onClick={() => showRows(session, props.group)}
      >
        {t('showRows')}
      </button>
      {mend !== null && (
        <button
          type="button"
          class="link small"
          onClick={() => void session.review.decide({ kind: 'mend', code: mend })}
        >
          {t(named('mend', mend))}
        </button>
      )}
      <button
        type="button"
        class="link small"
        aria-label={t('leaveOutKind', title)}
        onClick={() => void session.review.decide({ kind: 'exclude-finding', code })}
      >
        {t('leaveTheseOut')}
      </button>
    </p>
  );
}
