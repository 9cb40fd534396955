import { useSignal } from '@preact/signals';
import type { PlatformProblem } from '../../lib/platform/platform-problem';
import type { Session } from '../../lib/session/session';
import { connectProblemText, platformProblemText } from '../parts/problem-text';
import { named, t } from '../text';

/**
 * Until the platform takes us: waiting, asking for a key, or saying why not (docs/product.md 2.1).
 */
export function Connect({ session }: { session: Session }) {
  const phase = session.connection.phase.value;
  if (phase.kind === 'key-needed')
    return <KeyForm session={session} refused={phase.refused} notSeen={null} />;
  if (phase.kind === 'failed') {
    const { problem } = phase;
    // This account may not see the group: a key that was kept for another department would be in
    // the way forever.
    if (problem.code === 'forbidden' || problem.code === 'not-found')
      return <KeyForm session={session} refused={false} notSeen={problem} />;
    return (
      <main class="step-main">
        <div class="centred">
          <h2>{t('connectFailedTitle')}</h2>
          <p role="alert">{connectProblemText(problem)}</p>
          <p>
            <button type="button" class="button primary" onClick={() => void session.connection.connect()}>
              {t('tryAgain')}
            </button>
          </p>
        </div>
      </main>
    );
  }
  return (
    <main class="step-main">
      <div class="centred">
        <p role="status" class="quiet">
          {t('connecting')}
        </p>
      </div>
    </main>
  );
}

/**
 * `refused`: the key just given was not taken. `notSeen`: how the platform keeps the group from the
 * one that we are.
 */
function KeyForm(props: { session: Session; refused: boolean; notSeen: PlatformProblem | null }) {
  const { session, refused, notSeen } = props;
  const remember = useSignal(false);
  const mayRemember = session.policy.value?.mayRememberKey ?? true; // not known yet
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem('key') as HTMLInputElement;
    const key = field.value.trim();
    if (key === '') return;
    // The key is handed over and not kept: not in a signal, not in the field.
    field.value = '';
    void session.connection.giveKey(key, remember.value);
  };
  return (
    <main class="step-main">
      <form class="centred" onSubmit={submit}>
        <h2>{t('keyTitle')}</h2>
        {notSeen !== null && (
          <p role="alert" class="error">
            {platformProblemText(notSeen)}
          </p>
        )}
        <p class="quiet">{t(notSeen === null ? 'keyWhy' : 'keyWhyOther')}</p>
        <p class="quiet">{t('keyWhere')}</p>
        {refused && (
          <p role="alert" class="error">
            {t('keyRefused', t(named('environment', session.page.value.environment)))}
          </p>
        )}
        <label>
          {t('keyLabel')}
          <input class="field" name="key" type="password" autocomplete="off" spellcheck={false} required />
        </label>
        <label class="check">
          <input
            type="checkbox"
            disabled={!mayRemember}
            checked={remember.value}
            onChange={(event) => (remember.value = event.currentTarget.checked)}
          />
          <span>
            {t('keyRemember')}
            <br />
            <span class="small quiet">{t(mayRemember ? 'keyRememberWhy' : 'policy_rememberKey')}</span>
          </span>
        </label>
        <p class="row">
          <button type="submit" class="button primary">
            {t('keyUse')}
          </button>
          <button type="button" class="button" onClick={() => void session.connection.connect()}>
            {t('tryAgain')}
          </button>
        </p>
      </form>
    </main>
  );
}
