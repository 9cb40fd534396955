import { useId } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { Miss } from '../../lib/review/plan/plan-promise';
import type { PlanFacts } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { formatNumber, t, tn } from '../text';
import { promisedLabel } from './nets/promised-label';

/** Stops the update like an alarm, as long as the plan is another one than was promised. */
export function PromiseMissed(props: {
  session: Session;
  facts: PlanFacts;
  attributes: readonly Attribute[];
}) {
  const { session, facts, attributes } = props;
  const misses = session.promise.misses.value;
  const id = useId();
  if (misses.length === 0) return null;
  return (
    <div class="notice missed">
      <div role="alert">
        <p>{t('promiseMissed')}</p>
        <ul class="small listed">
          {misses.map((miss) => (
            <li key={miss.of}>{missText(miss, attributes)}</li>
          ))}
        </ul>
      </div>
      <label class="overrule small" for={id}>
        {t('promiseOverrule', facts.changes)}
      </label>
      <input
        id={id}
        class="field"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        onInput={({ currentTarget }) => session.promise.overrule(currentTarget.value)}
      />
    </div>
  );
}

function missText(miss: Miss, attributes: readonly Attribute[]): string {
  const { of, promised, found } = miss;
  if (of === 'earlier-expiry') return tn('promiseMissExpiry', found);
  const label = promisedLabel(of, attributes);
  return promised === null
    ? t('promiseUnreadable', label)
    : t('promiseMiss', label, formatNumber(promised), formatNumber(found));
}
