import { useSignal } from '@preact/signals';
import { dayOfMoment } from '../../../lib/credential/day';
import { isStrong, newPassphrase } from '../../../lib/report/change-set/passphrase';
import { listMark } from '../../parts/list-mark';
import { t } from '../../text';
import type { NetProps } from './net';
import { NetItem } from './net-item';
import { orBroken } from './or-broken';

/** The state of saving. The hash of the changes, once they are saved. */
type Saving = 'asked' | 'saving' | 'failed' | { readonly list: string };

/** Saves the changes for a second person, who sends them (docs/four-eyes.md). */
export function SecondPersonNet({ session, actions }: NetProps) {
  const by = useSignal('');
  const passphrase = useSignal('');
  const state = useSignal<Saving>('asked');
  const file = session.file.phase.value;
  // A list that is checked is sent or goes back with notes.
  if (file.kind === 'open' && file.checked !== undefined) return null;
  const isWeak = passphrase.value !== '' && !isStrong(passphrase.value);
  const isReady = by.value.trim() !== '' && isStrong(passphrase.value) && state.value !== 'saving';
  const save = async () => {
    state.value = 'saving';
    const made = await orBroken(
      session.changeSets.seal(passphrase.peek(), by.peek()),
      () => (state.value = 'failed'),
    );
    state.value = made === null ? 'failed' : { list: made.list };
    const connection = session.connection.phase.peek();
    const group = connection.kind === 'connected' ? connection.connection.group.name : '';
    if (made !== null) actions.save(made.file, t('secondFile', group, dayOfMoment(Date.now())));
  };
  return (
    <NetItem title={t('secondTitle')} why={t('secondWhy')}>
      <label>
        {t('setYourName')}
        <input
          class="field"
          autocomplete="off"
          maxLength={200}
          value={by.value}
          onInput={({ currentTarget }) => (by.value = currentTarget.value)}
        />
      </label>
      <label>
        {t('setPassphrase')}
        <input
          class="field"
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          value={passphrase.value}
          onInput={({ currentTarget }) => (passphrase.value = currentTarget.value)}
        />
      </label>
      <p class="row">
        <button
          type="button"
          class="button"
          onClick={() => (passphrase.value = newPassphrase((bytes) => crypto.getRandomValues(bytes)))}
        >
          {t('secondMake')}
        </button>
        <button type="button" class="button" disabled={!isReady} onClick={() => void save()}>
          {t('secondSave')}
        </button>
      </p>
      <p class="small" role="status">
        {isWeak && <span class="caution">{t('secondWeak')}</span>}
        {state.value === 'failed' && <span class="caution">{t('secondFailed')}</span>}
        {typeof state.value === 'object' && (
          <>
            {t('secondSaved')} {t('listMark', listMark(state.value.list))}
          </>
        )}
      </p>
    </NetItem>
  );
}
