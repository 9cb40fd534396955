import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { named, t } from '../text';
import { Mend } from './mend';
import { showRows } from './show-rows';

/** Actions for the rows of one kind: what corrects all of them first. */
export function ItemActions(props: { session: Session; group: FindingGroup; title: string }) {
  const { session, title, group } = props;
  const { code, mend, meant } = group;
  return (
    <>
      <p class="actions">
        {mend !== null && (
          <button
            type="button"
            class="button small"
            onClick={() => void session.review.decide({ kind: 'mend', code: mend })}
          >
            {t(named('mend', mend))}
          </button>
        )}
        <Mend session={session} group={group} title={title} />
        <button
          type="button"
          class="link small"
          aria-label={t('showKind', title)}
          onClick={() => showRows(session, group)}
        >
          {t('showRows')}
        </button>
        <button
          type="button"
          class="link small"
          aria-label={t('leaveOutKind', title)}
          onClick={() => void session.review.decide({ kind: 'exclude-finding', code })}
        >
          {t('leaveTheseOut')}
        </button>
      </p>
      {meant !== null && <p class="small quiet">{t('mendSample', meant.text, meant.meant)}</p>}
    </>
  );
}
