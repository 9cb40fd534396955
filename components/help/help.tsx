import { useEffect, useRef } from 'preact/hooks';
import type { Step } from '../../lib/session/session';
import { KeyTable } from '../parts/key-table';
import { PrivacyTable } from '../parts/privacy-table';
import { named, t } from '../text';

/**
 * Help for the present step: what it is for, the keys, and who sees what of the sheet
 * (docs/privacy.md). A dialog over the step, which stays as it is underneath.
 */
export function Help(props: { step: Step; onClose: () => void; onReport: () => void; onProve: () => void }) {
  const { step, onClose, onReport, onProve } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <div class="title">
        <h2 id="help-title">{t(named('helpTitle', step))}</h2>
        <form method="dialog">
          <button type="submit" class="icon-button" aria-label={t('helpClose')} title={t('helpClose')}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </button>
        </form>
      </div>
      {/* A part that scrolls is reached by the keyboard. */}
      <div class="scroll" tabIndex={0}>
        <section>
          <p>{t(named('helpFor', step))}</p>
          <p>{t(named('helpNext', step))}</p>
        </section>
        <section aria-labelledby="help-keys">
          <h3 id="help-keys">{t('keys')}</h3>
          <KeyTable of={step === 'review' ? 'review' : 'everywhere'} />
        </section>
        <section aria-labelledby="help-privacy">
          <h3 id="help-privacy">{t('privacyTitle')}</h3>
          <PrivacyTable />
          <button type="button" class="button" onClick={onProve}>
            {t('prove')}
          </button>
        </section>
        <section aria-labelledby="help-report">
          <h3 id="help-report">{t('report')}</h3>
          <p>{t('reportWhy')}</p>
          <form method="dialog">
            <button type="submit" class="button" onClick={onReport}>
              {t('report')}
            </button>
          </form>
        </section>
      </div>
    </dialog>
  );
}
