import { useId } from 'preact/hooks';
import { assertNever } from '../../lib/assert-never';
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
  const mayOverrule = !session.promise.isRequired.value;
  const isUnpromised = misses.every(({ kind }) => kind === 'unpromised');
  if (misses.length === 0) return null;
  return (
    <div class="notice missed">
      <div role="alert">
        <p>{t(isUnpromised ? 'policy_promiseRequired' : 'promiseMissed')}</p>
        <ul class="small listed">
          {misses.map((miss) => (
            <li key={'of' in miss ? miss.of : miss.kind}>{missText(miss, attributes)}</li>
          ))}
        </ul>
      </div>
      {mayOverrule && (
        <>
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
        </>
      )}
    </div>
  );
}

function missText(miss: Miss, attributes: readonly Attribute[]): string {
  switch (miss.kind) {
    case 'earlier-expiry':
      return tn('promiseMissExpiry', miss.found);
    case 'other-number':
      return t(
        'promiseMiss',
        promisedLabel(miss.of, attributes),
        formatNumber(miss.promised),
        formatNumber(miss.found),
      );
    case 'unreadable':
      return t('promiseUnreadable', promisedLabel(miss.of, attributes));
    case 'unpromised':
      return t('promiseMissing', promisedLabel(miss.of, attributes));
    default:
      return assertNever(miss);
  }
}
