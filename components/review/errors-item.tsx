import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { t } from '../text';
import { titleOf } from './finding-title';
import { Mend } from './mend';
import { SettleItem } from './settle-item';
import { showRows } from './show-rows';
import { settleId } from './use-settling';

/** The errors of all kinds: corrected kind by kind, or skipped together. */
export function ErrorsItem(props: {
  session: Session;
  state: ReviewState;
  groups: readonly FindingGroup[];
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { session, state, groups, isOpen, onToggle } = props;
  const isSkipped = !state.obstacles.some(({ code }) => code === 'errors-open');
  return (
    <SettleItem
      kind="errors"
      title={t('errorsTitle')}
      count={state.summary.withErrors}
      isSettled={isSkipped}
      isOpen={isOpen}
      onToggle={onToggle}
      control={
        <input
          id={settleId('errors')}
          type="checkbox"
          aria-label={t('skipErrors')}
          title={t('skipErrors')}
          checked={isSkipped}
          onChange={(event) =>
            void session.review.decide({ kind: 'skip-errors', skip: event.currentTarget.checked })
          }
        />
      }
    >
      <p class="small quiet">{t('whyErrors')}</p>
      <ul class="small">
        {groups.map((group) => (
          <li key={group.code} class="actions">
            <span>{t('countedKind', group.count, t(titleOf(group)))}</span>
            <button
              type="button"
              class="link small"
              aria-label={t('showKind', t(titleOf(group)))}
              onClick={() => showRows(session, group)}
            >
              {t('showRows')}
            </button>
            <Mend session={session} group={group} title={t(titleOf(group))} />
          </li>
        ))}
      </ul>
    </SettleItem>
  );
}
