import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/panel.css';
import '../../components/styles/head.css';
import '../../components/styles/upload.css';
import '../../components/styles/rules.css';
import '../../components/styles/assign.css';
import '../../components/styles/assign-preview.css';
import '../../components/styles/assign-skipped.css';
import '../../components/styles/attribute-list.css';
import '../../components/styles/review-head.css';
import '../../components/styles/find-replace.css';
import '../../components/styles/grid.css';
import '../../components/styles/grid-cells.css';
import '../../components/styles/review-side.css';
import '../../components/styles/confirm.css';
import '../../components/styles/review-narrow.css';
import '../../components/styles/update.css';
import '../../components/styles/finished.css';
import '../../components/styles/entries.css';
import '../../components/styles/history.css';
import '../../components/styles/history-run.css';
import '../../components/styles/language.css';
import '../../components/styles/conflicts.css';
import '../../components/styles/help.css';
import '../../components/styles/privacy.css';
import { effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createGuard, setGuard } from '../../components/guard/guard';
import { watchSight } from '../../components/guard/watch-sight';
import { Panel } from '../../components/panel';
import type { PanelActions } from '../../components/panel-actions';
import { watchRegionKey } from '../../components/parts/regions';
import { keepFocus } from '../../components/parts/keep-focus';
import { returnFocus } from '../../components/parts/return-focus';
import { refuseStrayDrops } from '../../components/parts/stray-drops';
import { watchSeen } from '../../components/parts/watch-seen';
import { language as spoken, t } from '../../components/text';
import { pageOfPanel, panelPath } from '../../lib/platform/panel-address';
import { createBackgroundClient } from '../../lib/rpc/client/background-client';
import { BACKGROUND_PORT } from '../../lib/rpc/contract/port';
import { copyText } from '../../components/parts/copy-text';
import type { ReportModel } from '../../lib/session/report/create-report-model';
import { createSession } from '../../lib/session/create-session';
import { wouldLoseWork } from '../../lib/session/unsent';
import { createFaultLog } from '../../lib/report/problem/fault-log';
import { openSheet } from '../../workers/open-sheet';
import { goToGroup, openOwnPage } from '../address/go-to';
import { chooseLanguage, whenLanguageChanges } from '../language/message-sources';
import { speak } from '../language/speak';
import { saveFile } from '../report/save-file';
import { askOpener, askToClose } from './ask-opener';

/** The panel: wires the session to the background, the sheet worker and the frame it may be in. */
const language = signal(await speak());

// Expected failures are values; what still arrives here is a bug, and the admin reads that there is
// one.
const fault = signal(false);
const faults = createFaultLog();
window.addEventListener('error', ({ error }) => {
  // Without an error it is the browser's own notice that a ResizeObserver took two rounds, which is
  // none of ours.
  if (error instanceof Error) notice(error);
});
window.addEventListener('unhandledrejection', ({ reason }) => notice(reason));
function notice(error: unknown) {
  faults.note(error);
  fault.value = true;
}
refuseStrayDrops(window);
returnFocus(window);
keepFocus(document, window);
watchRegionKey(document);

const root = document.getElementById('panel');
const page = pageOfPanel(location.search);
if (root === null) throw new Error('panel.html has no root');
if (page === null) {
  render(<p class="centred">{t('noGroup')}</p>, root);
} else {
  const framed = window.parent !== window;
  const close = () => askToClose('keep');
  const background = createBackgroundClient(() => browser.runtime.connect({ name: BACKGROUND_PORT }));
  const sight = framed ? watchSight(document, window) : null;
  setGuard(createGuard({ frame: sight === null ? null : { page, sight, askOpener } }));
  const session = createSession({
    page,
    background,
    sheet: openSheet(() => new Worker(browser.runtime.getURL('/closed-worker.js'))),
    now: Date.now,
  });
  const report = signal<ReportModel | null>(null);
  const openReport = async () => {
    // Read when it is asked for, which is seldom.
    const { createPanelReport } = await import('../report/panel-report');
    const model = report.peek() ?? createPanelReport({ background, session, faults });
    report.value = model;
    await model.open();
  };
  const actions: PanelActions = {
    close: framed ? close : null,
    openInTab: framed ? () => openOwnPage(panelPath(page)) : null,
    backToGroup: (then) => {
      if (!framed) goToGroup(page);
      else askToClose(then);
    },
    copy: copyText,
    fault,
    report,
    openReport: () => void openReport(),
    prove: () => openOwnPage('/prove.html'),
    reload: () => location.reload(),
    language,
    chooseLanguage: (wanted) => void chooseLanguage(wanted),
    save: saveFile,
  };
  // Work that is only here is not lost by a slip: the browser asks before it closes the panel.
  window.addEventListener('beforeunload', (event) => {
    if (wouldLoseWork(session)) event.preventDefault();
  });
  // Another language is other text everywhere: all views are made again, and the session stays.
  const draw = () => render(<Panel key={spoken()} session={session} actions={actions} />, root);
  draw();
  whenLanguageChanges(() => {
    void speak().then((chosen) => {
      language.value = chosen;
      draw();
    });
  });

  const seen = signal(false);
  watchSeen(root, (isSeen) => (seen.value = isSeen));
  // The end of a run is shown until somebody has seen it, with nothing of the page over it.
  const isClear = sight?.canTell === true ? sight.isClear : signal(true);
  effect(() => {
    const isEndShown = session.run.phase.value.kind === 'over' && session.step.value === 'update';
    if (seen.value && isClear.value === true && isEndShown) void session.run.see();
  });
  // Another tab may have begun a run while this one was not looked at.
  effect(() => {
    if (seen.value) untracked(() => void session.lookAround());
  });
  window.addEventListener('focus', () => void session.lookAround());
}
