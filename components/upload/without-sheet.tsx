import { useSignal } from '@preact/signals';
import { pastedFile } from '../../lib/session/file/create-file-model';
import { pastedKeys } from '../../lib/session/file/pasted-keys';
import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';

/**
 * An update without a sheet: whom it is about, and a rule says what changes (docs/product.md 2.2).
 */
export function WithoutSheet({ session }: { session: Session }) {
  const typed = useSignal('');
  const load = session.credentials.phase.value;
  const keys = pastedKeys(typed.value);
  const isMixed = keys === null && typed.value.trim() !== '';
  return (
    <details class="without-sheet">
      <summary class="link">{t('withoutSheet')}</summary>
      <p class="small quiet">{t('withoutSheetWhy')}</p>
      <p class="row">
        <button
          type="button"
          class="button"
          disabled={load.kind === 'loading'}
          onClick={() => void session.withoutSheet(t('wholeGroupName'))}
        >
          {t('wholeGroup')}
        </button>
        <span class="small quiet" role="status">
          {load.kind === 'loading' &&
            (load.total === 0 ? t('readingGroupStart') : t('readingGroup', load.loaded, load.total))}
        </span>
      </p>
      <label>
        <span class="small quiet">{t('pastedKeys')}</span>
        <textarea
          class="field"
          rows={3}
          autocomplete="off"
          spellcheck={false}
          value={typed.value}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        />
      </label>
      {isMixed && (
        <p class="small error" role="alert">
          {t('pastedKeysMixed')}
        </p>
      )}
      <button
        type="button"
        class="button"
        disabled={keys === null}
        onClick={() => {
          if (keys !== null) void session.file.open(pastedFile(t('pastedKeysName'), keys.text));
        }}
      >
        {keys === null ? t('pastedKeysUse') : tn('pastedKeysUseCount', keys.count)}
      </button>
    </details>
  );
}
