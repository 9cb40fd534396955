import type { RunProgress } from '../../lib/journal/entry';
import { isUnsettled } from '../../lib/journal/transitions';
import { settledCount } from '../update/running';
import { LanguageSelect, type LanguageChoice } from '../parts/language-select';
import { t } from '../text';

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
}

/** The toolbar button's popup (docs/product.md 1). */
export function Popup(props: {
  state: PopupState;
  onOpen: () => void;
  onSeeRun: () => void;
  dashboard: string;
  language: LanguageChoice;
}) {
  const { state, onOpen, onSeeRun, dashboard, language } = props;
  return (
    <main class="popup">
      <h1>{t('extensionName')}</h1>
      {state.run !== null && <RunLine run={state.run} onSeeRun={onSeeRun} />}
      {!state.areRunsKnown && (
        <p class="notice" role="alert">
          {t('popupUnknown')}
        </p>
      )}
      {state.tab === 'group' && (
        <button type="button" class="button primary" onClick={onOpen}>
          {t('popupHere')}
        </button>
      )}
      {state.tab === 'group-needs-reload' && <p>{t('popupReload')}</p>}
      {state.tab === 'elsewhere' && (
        <>
          <p class="quiet">{t('popupElsewhere')}</p>
          <a class="button" href={dashboard} target="_blank" rel="noreferrer">
            {t('popupDashboard')}
          </a>
        </>
      )}
      <LanguageSelect {...language} />
    </main>
  );
}

function RunLine({ run, onSeeRun }: { run: RunProgress; onSeeRun: () => void }) {
  const { state } = run.run;
  const isOver = state.kind === 'finished' || state.kind === 'cancelled';
  const name = isOver ? 'popupRunEnded' : state.kind === 'paused' ? 'popupRunPaused' : 'popupRun';
  const updated = isOver ? run.counts.applied : settledCount(run);
  const isSignedOut = state.kind === 'paused' && state.reason.kind === 'signed-out';
  return (
    <div class="notice calm">
      <span>{t(name, run.run.group.name, updated, run.run.entries)}</span>
      {isUnsettled({ record: run.run, counts: run.counts }) && <p>{t('popupUnsettled')}</p>}
      {isSignedOut && <p>{t('popupSignIn')}</p>}
      <button type="button" class="button" onClick={onSeeRun}>
        {t(isOver ? 'popupSeeResult' : 'popupSee')}
      </button>
    </div>
  );
}
