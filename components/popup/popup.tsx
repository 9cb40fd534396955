import type { RunProgress } from '../../lib/journal/entry';
import { LanguageSelect, type LanguageChoice } from '../parts/language-select';
import { t } from '../text';
import { runText } from './run-text';

/** Findings of the popup when it was opened. */
export interface PopupState {
  /**
   * The tab in front: a group page, a group page whose content script is not there yet, or
   * something else.
   */
  readonly tab: 'group' | 'group-needs-reload' | 'elsewhere';
  /** The run that is not finished, or that ended with nobody having seen it; if any. */
  readonly run: RunProgress | null;
  /** False: the background did not answer, or has no journal. */
  readonly areRunsKnown: boolean;
  /** Whether the browser keeps the extension from hosts that it needs here. */
  readonly isAccessMissing: boolean;
}

/** The toolbar button's popup (docs/product.md 1). */
export function Popup(props: {
  state: PopupState;
  onOpen: () => void;
  onAllow: () => void;
  onSeeRun: () => void;
  onOptions: (at: 'options' | 'report') => void;
  onProve: () => void;
  /** Null: the organisation allows no environment. */
  dashboard: string | null;
  language: LanguageChoice;
}) {
  const { state, onOpen, onAllow, onSeeRun, onOptions, onProve, dashboard, language } = props;
  return (
    <main class="popup">
      <h1>{t('extensionName')}</h1>
      <Runs state={state} onSeeRun={onSeeRun} />
      {state.isAccessMissing && (
        <div class="notice" role="alert">
          <p>{t('popupNoAccess')}</p>
          <button type="button" class="button" onClick={onAllow}>
            {t('popupAllow')}
          </button>
        </div>
      )}
      {state.tab === 'group' && !state.isAccessMissing && (
        <>
          <p class="quiet">{t('popupOnGroup')}</p>
          <button type="button" class="button primary" onClick={onOpen}>
            {t('popupHere')}
          </button>
        </>
      )}
      {state.tab === 'group-needs-reload' && <p>{t('popupReload')}</p>}
      {state.tab === 'elsewhere' && <Elsewhere dashboard={dashboard} />}
      <LanguageSelect {...language} />
      <p class="tools">
        <button type="button" class="link" onClick={() => onOptions('options')}>
          {t('options')}
        </button>
        <button type="button" class="link" onClick={() => onOptions('report')}>
          {t('report')}
        </button>
        <button type="button" class="link" onClick={onProve}>
          {t('prove')}
        </button>
      </p>
    </main>
  );
}

function Runs({ state: { run, areRunsKnown }, onSeeRun }: { state: PopupState; onSeeRun: () => void }) {
  if (!areRunsKnown) {
    return (
      <p class="notice" role="alert">
        {t('popupUnknown')}
      </p>
    );
  }
  if (run === null) return <p class="quiet">{t('popupNoRun')}</p>;
  const { title, sentences, isOver } = runText(run);
  return (
    <section class="notice calm" aria-labelledby="popup-run">
      <h2 id="popup-run">{title}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <button type="button" class="button" onClick={onSeeRun}>
        {t(isOver ? 'popupSeeResult' : 'popupSee')}
      </button>
    </section>
  );
}

function Elsewhere({ dashboard }: { dashboard: string | null }) {
  if (dashboard === null) return <p class="notice">{t('limit_noEnvironment')}</p>;
  return (
    <>
      <p class="quiet">{t('popupElsewhere')}</p>
      <a class="button" href={dashboard} target="_blank" rel="noreferrer">
        {t('popupDashboard')}
      </a>
    </>
  );
}
