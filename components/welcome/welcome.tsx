import type { Environment } from '../../lib/platform/environment';
import { dashboardOrigin } from '../../lib/platform/hosts';
import { ROWS_OF_TRIAL } from '../../lib/review/plan/rows-of-trial';
import { LanguageSelect, type LanguageChoice } from '../parts/language-select';
import { PrivacyTable } from '../parts/privacy-table';
import { named, t, tn } from '../text';

const SANDBOX = 'sandbox';

/** Everything that the first page is given. */
export interface WelcomeProps {
  /** Those that the organisation allows. */
  readonly environments: readonly Environment[];
  readonly language: LanguageChoice;
  readonly onOptions: () => void;
  readonly onProve: () => void;
}

/** The page that opens once after the installation: nothing in it has to be answered. */
export function Welcome({ environments, language, onOptions, onProve }: WelcomeProps) {
  return (
    <main class="page welcome">
      <header>
        <h1>{t('welcomeTitle')}</h1>
        <LanguageSelect {...language} />
      </header>
      <section aria-labelledby="welcome-does">
        <h2 id="welcome-does">{t('welcomeDoes')}</h2>
        <ol class="listed">
          <li>{t('welcomeReads')}</li>
          <li>{t('welcomeShows')}</li>
          <li>{t('welcomeSends')}</li>
        </ol>
      </section>
      <section aria-labelledby="welcome-open">
        <h2 id="welcome-open">{t('welcomeOpen')}</h2>
        <p>{t('welcomeOpenGroup')}</p>
        <p>{t('welcomeReload')}</p>
        {environments.length === 0 && <p class="notice">{t('limit_noEnvironment')}</p>}
        <Dashboards of={environments.filter((one) => one !== SANDBOX)} />
      </section>
      <section aria-labelledby="welcome-try">
        <h2 id="welcome-try">{t('welcomeTry')}</h2>
        <ul class="listed">
          {environments.includes(SANDBOX) && <li>{t('welcomeSandbox')}</li>}
          <li>{t('welcomeRows', t('safetyNets'), tn('tryTitle', ROWS_OF_TRIAL))}</li>
          <li>{t('welcomeUndo', t('undoRun'))}</li>
        </ul>
        <Dashboards of={environments.filter((one) => one === SANDBOX)} />
      </section>
      <section aria-labelledby="welcome-privacy">
        <h2 id="welcome-privacy">{t('privacyTitle')}</h2>
        <PrivacyTable />
      </section>
      <p class="row">
        <button type="button" class="link" onClick={onProve}>
          {t('prove')}
        </button>
        <button type="button" class="link" onClick={onOptions}>
          {t('options')}
        </button>
      </p>
    </main>
  );
}

/** Links to the dashboards of these environments. */
function Dashboards({ of }: { of: readonly Environment[] }) {
  if (of.length === 0) return null;
  return (
    <p class="row">
      {of.map((one) => (
        <a key={one} class="button" href={dashboardOrigin(one)} target="_blank" rel="noreferrer">
          {t('welcomeDashboard', t(named('environment', one)))}
        </a>
      ))}
    </p>
  );
}
