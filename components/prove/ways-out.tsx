import { useSignal } from '@preact/signals';
import { t } from '../text';
import { CHANNELS } from './channels';
import { listenerOf } from './listener';
import { tryChannel, type Attempted } from './try-channel';

/** Tries each way out towards a listener that the admin watches, and says what came of it. */
export function WaysOut() {
  const typed = useSignal('');
  const isWrong = useSignal(false);
  const isTrying = useSignal(false);
  const came = useSignal<readonly Attempted[]>([]);
  const tryAll = async () => {
    const to = listenerOf(typed.peek());
    isWrong.value = to === null;
    if (to === null || isTrying.peek()) return;
    isTrying.value = true;
    came.value = [];
    for (const channel of CHANNELS) {
      const attempted = await tryChannel(channel, to, window);
      came.value = [...came.peek(), attempted];
    }
    isTrying.value = false;
  };
  return (
    <section aria-labelledby="prove-ways">
      <h2 id="prove-ways">{t('proveWays')}</h2>
      <p id="prove-how">{t('proveWaysHow')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void tryAll();
        }}
      >
        <label for="prove-address">{t('proveWaysAddress')}</label>
        <input
          id="prove-address"
          class="field"
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="prove-how"
          aria-invalid={isWrong.value}
          value={typed.value}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        />
        <button type="submit" class="button primary" disabled={isTrying.value}>
          {t(isTrying.value ? 'proveWaysTrying' : 'proveWaysTry')}
        </button>
      </form>
      {isWrong.value && (
        <p class="error" role="alert">
          {t('proveWaysWrong')}
        </p>
      )}
      {came.value.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('proveWay')}</th>
              <th scope="col">{t('proveWayEnd')}</th>
            </tr>
          </thead>
          <tbody>
            {came.value.map((attempted, at) => (
              <tr key={at}>
                <th scope="row" dir="ltr">
                  {CHANNELS[at]?.name /* one for each */}
                </th>
                <td class={attempted.kind === 'out' ? 'error' : undefined}>{attemptText(attempted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="quiet">{t('proveWaysCheck')}</p>
    </section>
  );
}

function attemptText(attempted: Attempted): string {
  switch (attempted.kind) {
    case 'policy':
      return t('proveWay_policy', attempted.rule);
    case 'refused':
      return t('proveWay_refused', attempted.reason);
    case 'absent':
      return t('proveWay_absent');
    case 'nothing':
      return t('proveWay_nothing');
    case 'out':
      return t('proveWay_out');
  }
}
