import { useEffect, useRef } from 'preact/hooks';
import type { Step } from '../../lib/session/session';
import { KeyTable } from '../parts/key-table';
import { named, t } from '../text';

/** Parties, and the messages that say what each sees and what it never sees. */
const WHO = [
  ['privacyPage', 'privacyPageSees', 'privacyPageNever'],
  ['privacyPanel', 'privacyPanelSees', 'privacyPanelNever'],
  ['privacyBackground', 'privacyBackgroundSees', 'privacyBackgroundNever'],
  ['privacyPlatform', 'privacyPlatformSees', 'privacyPlatformNever'],
  ['privacyOthers', 'privacyOthersSees', 'privacyOthersNever'],
] as const;

/**
 * Help for the present step: what it is for, the keys, and who sees what of the sheet
 * (docs/privacy.md). A dialog over the step, which stays as it is underneath.
 */
export function Help({ step, onClose }: { step: Step; onClose: () => void }) {
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
          <table class="privacy">
            <thead>
              <tr>
                <th scope="col">{t('privacyWho')}</th>
                <th scope="col">{t('privacySees')}</th>
                <th scope="col">{t('privacyNever')}</th>
              </tr>
            </thead>
            <tbody>
              {WHO.map(([who, sees, never]) => (
                <tr key={who}>
                  <th scope="row">{t(who)}</th>
                  <td>{t(sees)}</td>
                  <td>{t(never)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="quiet">{t('privacyStored')}</p>
        </section>
      </div>
    </dialog>
  );
}
