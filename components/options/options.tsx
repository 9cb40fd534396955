import { useEffect } from 'preact/hooks';
import type { OptionsModel, OptionsPhase } from '../../lib/session/options/create-options-model';
import type { ReportModel } from '../../lib/session/report/create-report-model';
import { DeleteAll, KeptDays } from '../history/stored-here';
import { LanguageSelect, type LanguageChoice } from '../parts/language-select';
import { limitsOf } from '../parts/policy-notice';
import { ReportDialog } from '../report/report-dialog';
import { t } from '../text';
import { Keys } from './keys';
import { OptionsNewsLine } from './news-line';
import { Remembered } from './remembered';

/** Everything that the options page is given. */
export interface OptionsProps {
  readonly options: OptionsModel;
  readonly report: ReportModel;
  readonly language: LanguageChoice;
  readonly version: string;
  readonly save: (bytes: ArrayBuffer, name: string) => void;
  /** Opens the page "Prove it". */
  readonly prove: () => void;
}

/** The options page: what is set and stored on this computer (docs/product.md 3). */
export function Options(props: OptionsProps) {
  const { options, report, language, version, save, prove } = props;
  const phase = options.phase.value;
  return (
    <main class="page options">
      <header>
        <h1>{t('optionsTitle')}</h1>
        <LanguageSelect {...language} />
      </header>
      <OptionsNewsLine said={options.said.value} />
      {phase.kind === 'reading' && <p role="status">{t('optionsReading')}</p>}
      {phase.kind === 'failed' && (
        <p class="notice" role="alert">
          {t('optionsFailed')}
        </p>
      )}
      {phase.kind === 'open' && <Sections options={options} phase={phase} />}
      <section aria-labelledby="options-report">
        <h2 id="options-report">{t('report')}</h2>
        <p class="quiet">{t('reportWhy')}</p>
        <button type="button" class="button" onClick={() => void report.open()}>
          {t('report')}
        </button>
      </section>
      <section aria-labelledby="options-prove">
        <h2 id="options-prove">{t('prove')}</h2>
        <p class="quiet">{t('optionsProve')}</p>
        <button type="button" class="button" onClick={prove}>
          {t('prove')}
        </button>
      </section>
      <p class="small quiet">{t('optionsVersion', version)}</p>
      {report.phase.value.kind !== 'closed' && <ReportDialog report={report} save={save} />}
    </main>
  );
}

type Open = Extract<OptionsPhase, { kind: 'open' }>;

function Sections({ options, phase }: { options: OptionsModel; phase: Open }) {
  const { policy, history, keys, remembered } = phase;
  const limits = limitsOf(policy);
  return (
    <>
      <Remembered options={options} all={remembered} />
      <Keys options={options} keys={keys} />
      <section aria-labelledby="options-limits">
        <h2 id="options-limits">{t('policyTitle')}</h2>
        <p class="quiet">{t(limits.length === 0 ? 'optionsNoLimits' : 'optionsLimitsFixed')}</p>
        {limits.length > 0 && (
          <ul class="listed">
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        )}
      </section>
      <section class="stored" aria-labelledby="options-stored">
        <h2 id="options-stored">{t('optionsStored')}</h2>
        {history === null ? (
          <p class="notice">{t('problem_journal_unavailable')}</p>
        ) : (
          <KeptDays keptDays={history.keptDays} keep={(days) => void options.keepValues(days)} />
        )}
        <DeleteAll runs={history?.runs ?? null} onDelete={() => void options.deleteEverything()} />
      </section>
    </>
  );
}

/** Reads what is stored again whenever the page is looked at. */
export function useFreshOptions(options: OptionsModel): void {
  useEffect(() => {
    const refresh = () => void options.refresh();
    refresh();
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [options]);
}
