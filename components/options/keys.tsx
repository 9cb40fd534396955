import { ENVIRONMENTS } from '../../lib/platform/hosts';
import type { StoredBeside } from '../../lib/rpc/contract/remembered';
import type { OptionsModel } from '../../lib/session/options/create-options-model';
import { guarded } from '../guard/guard';
import { named, t } from '../text';

/** Where the API key of each environment is kept, and the way to forget it. */
export function Keys({ options, keys }: { options: OptionsModel; keys: StoredBeside['keys'] }) {
  return (
    <section aria-labelledby="options-keys">
      <h2 id="options-keys">{t('optionsKeys')}</h2>
      <p class="quiet">{t('optionsKeysWhat')}</p>
      <ul class="rows">
        {ENVIRONMENTS.map((environment) => (
          <li key={environment}>
            <strong>{t(named('environment', environment))}</strong>
            <span>{t(named('optionsKey', keys[environment]))}</span>
            {keys[environment] !== 'nowhere' && (
              <button
                type="button"
                class="link"
                aria-label={t('optionsForgetKey', t(named('environment', environment)))}
                onClick={guarded(() => void options.forgetKey(environment))}
              >
                {t('keyForget')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
