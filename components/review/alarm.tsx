import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FindingGroup } from '../../lib/review/cross-row/review';
import { wholeNumberOf } from '../../lib/review/plan/whole-number';
import type { Session } from '../../lib/session/session';
import { named, t } from '../text';
import { titleOf } from './finding-title';
import { ItemActions } from './item-actions';
import { SettleItem } from './settle-item';
import { settleId } from './use-settling';

/**
 * An alarm: it stops everything until the admin types how many rows it is about (docs/product.md
 * 2.4).
 */
export function Alarm(props: {
  session: Session;
  group: Extract<FindingGroup, { severity: 'alarm' }>;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { session, group, isOpen, onToggle } = props;
  const title = t(titleOf(group));
  const { code } = group;
  const typed = useSignal('');
  const hintId = useId();
  const wrongId = useId();
  const isLeft = useSignal(false);
  const [text, right] = [typed.value.trim(), String(group.count)];
  const digits = String(wholeNumberOf(text) ?? text); // of any keyboard
  // While it is typed the beginning of the right number is none that is wrong.
  const isBegun = text === '' || (!isLeft.value && right.startsWith(digits));
  const isWrong = !group.confirmed && !isBegun;
  const overrule = (written: string) => {
    typed.value = written;
    isLeft.value = false;
    const rows = wholeNumberOf(written) ?? 0; // none
    void session.review.decide({ kind: 'overrule', code, rows });
  };
  return (
    <SettleItem
      kind="alarm"
      title={title}
      count={group.count}
      isSettled={group.confirmed}
      isOpen={isOpen}
      onToggle={onToggle}
      control={
        <div class="overrule-line">
          <label class="overrule small">
            <span id={hintId}>
              {group.confirmed ? t('overruled') : t('overruleHint', String(group.count))}
            </span>
            <input
              id={settleId(code)}
              class="field"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              aria-label={t('overruleKind', title)}
              aria-describedby={isWrong ? `${hintId} ${wrongId}` : hintId}
              aria-invalid={isWrong}
              onChange={() => (isLeft.value = true)}
              onInput={(event) => overrule(event.currentTarget.value)}
            />
          </label>
          {isWrong && (
            <p id={wrongId} class="error small" role="alert">
              {t('overruleWrong')}
            </p>
          )}
        </div>
      }
    >
      <p class="small">{t(named('why', code))}</p>
      <ItemActions session={session} group={group} title={title} />
    </SettleItem>
  );
}
