import { t } from '../text';

/** Parties, and the messages that say what each sees and what it never sees. */
const WHO = [
  ['privacyPage', 'privacyPageSees', 'privacyPageNever'],
  ['privacyPanel', 'privacyPanelSees', 'privacyPanelNever'],
  ['privacyBackground', 'privacyBackgroundSees', 'privacyBackgroundNever'],
  ['privacyPlatform', 'privacyPlatformSees', 'privacyPlatformNever'],
  ['privacyOthers', 'privacyOthersSees', 'privacyOthersNever'],
] as const;

/** Table of who sees what of the sheet, and what is stored (docs/privacy.md). */
export function PrivacyTable() {
  return (
    <>
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
    </>
  );
}
