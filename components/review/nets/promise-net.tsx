import type { AttributeId } from '../../../lib/credential/attribute';
import { t } from '../../text';
import type { NetProps } from './net';
import { NetItem } from './net-item';
import { promisedLabel } from './promised-label';

/** Attributes that are promised most often, also that none of them changes. */
const USUAL: readonly AttributeId[] = ['recipient-name', 'recipient-email', 'expiry-date'];

/** A form of numbers: what the admin expects of this update. A miss is shown above the buttons. */
export function PromiseNet({ session, facts, attributes }: NetProps) {
  const { numbers, noEarlierExpiry } = session.promise.promise.value;
  const others = facts.fields.map(({ attribute }) => attribute).filter((one) => !USUAL.includes(one));
  const fields = ['credentials', ...USUAL, ...others, 'credits'] as const;
  return (
    <NetItem title={t('promiseTitle')} why={t('promiseWhy')}>
      <div class="promise">
        {fields.map((of) => (
          <label key={of} class="small">
            <span>{promisedLabel(of, attributes)}</span>
            <input
              class="field"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={numbers.get(of) ?? ''}
              onInput={({ currentTarget }) => session.promise.promiseNumber(of, currentTarget.value)}
            />
          </label>
        ))}
      </div>
      <label class="check small">
        <input
          type="checkbox"
          checked={noEarlierExpiry}
          onChange={({ currentTarget }) => session.promise.promiseNoEarlierExpiry(currentTarget.checked)}
        />
        <span>{t('promiseExpiry')}</span>
      </label>
    </NetItem>
  );
}
