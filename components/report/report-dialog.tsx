import { useEffect, useRef } from 'preact/hooks';
import type { ReportModel } from '../../lib/session/report/create-report-model';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';

/**
 * A report of a problem: shown whole before it can be saved (docs/privacy.md, Report of a problem).
 * A dialog over the page, which stays as it is underneath.
 */
export function ReportDialog(props: { report: ReportModel; save: PanelActions['save'] }) {
  const { report, save } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  const phase = report.phase.value;
  const shown = phase.kind === 'shown' ? phase : null;
  return (
    <dialog ref={dialog} class="help report" aria-labelledby="report-title" onClose={() => report.close()}>
      <div class="title">
        <h2 id="report-title">{t('reportTitle')}</h2>
      </div>
      {/* A part that scrolls is reached by the keyboard. */}
      <div class="scroll" tabIndex={0}>
        <p>{t('reportWhat')}</p>
        <p>{t('reportNext')}</p>
        {shown?.isWhole === false && <p class="notice">{t('reportInPart')}</p>}
        <pre role="group" dir="ltr" aria-label={t('reportText')}>
          {shown === null ? t('reportWriting') : shown.text}
        </pre>
      </div>
      <form method="dialog" class="row end">
        <button type="submit" class="button" autofocus>
          {t('close')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={shown === null}
          onClick={() => {
            if (shown !== null)
              save(new TextEncoder().encode(shown.text).buffer, 'update-credentials-problem.json');
          }}
        >
          {t('reportSave')}
        </button>
      </form>
    </dialog>
  );
}
