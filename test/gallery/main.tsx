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
import '../../components/styles/help.css';
import '../../components/styles/privacy.css';
import '../../components/styles/history-run.css';
import '../../components/styles/language.css';
import '../../components/styles/conflicts.css';
import '../../components/styles/popup.css';
import '../../components/styles/page.css';
import '../../components/styles/prove.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { keepFocus } from '../../components/parts/keep-focus';
import { Panel } from '../../components/panel';
import { createGuard, setGuard } from '../../components/guard/guard';
import type { PanelActions } from '../../components/panel-actions';
import { Contents } from './contents';
import { literalSession } from './literal-session';
import { PageShown } from './other-pages';
import type { Shown } from './sheets';
import { speakGallery } from './speak-gallery';
import { BEGINNING, type OtherPage, type Touch } from './state';
import { STATES } from './states/all';
import { touch } from './touch';

declare global {
  interface Window {
    /** Set when the first state is drawn. */
    drawGallery?: () => Promise<void>;
  }
}

/*
 * The gallery's one page. `?state=review-ready` shows the panel in that state; `&scheme=dark`,
 * `&dir=rtl`, `&words=long` (longer messages) and `&words=de` (a language) change how; without a
 * state it is the table of contents. Tests go from one to another by `history.pushState` and
 * `draw`, which loads nothing a second time.
 */

const found = document.getElementById('panel');
if (found === null) throw new Error('index.html has no root');
const root = found;
keepFocus(document, window);

setGuard(createGuard({ frame: null }));

/** Stands for the browser around the panel; here it does nothing. */
const ACTIONS: Omit<PanelActions, 'report'> = {
  openReport: () => undefined,
  close: () => undefined,
  openInTab: () => undefined,
  backToGroup: () => undefined,
  copy: () => Promise.resolve(true),
  save: () => undefined,
  prove: () => undefined,
  reload: () => undefined,
  language: signal(null),
  chooseLanguage: () => undefined,
  fault: signal(false),
};

/**
 * Draws what the address asks for; rejects when there is no such state, or nothing to touch in it.
 */
async function draw(): Promise<void> {
  const options = new URLSearchParams(location.search);
  const { documentElement: document_ } = document;
  const direction = await speakGallery(options.get('words') ?? 'english');
  document_.dir = options.get('dir') ?? direction;
  document_.style.colorScheme = options.get('scheme') ?? '';
  const wanted = options.get('state');
  document.title = wanted ?? 'Gallery';
  // Nothing that a state has opened, scrolled to or typed goes into the next one.
  render(null, root);
  if (wanted === null) return render(<Contents states={STATES.map(([name]) => name)} />, root);
  const state = STATES.find(([name]) => name === wanted);
  if (state === undefined) throw new Error(`no state ${wanted}`);
  const [, make, touches = []] = state;
  const made = await make();
  if (isOtherPage(made)) render(<PageShown of={made} />, root);
  else {
    const shown = { ...BEGINNING, ...made };
    const report = {
      phase: signal(shown.problemReport),
      open: () => Promise.resolve(),
      close: () => undefined,
    };
    render(<Panel session={literalSession(shown)} actions={{ ...ACTIONS, report: signal(report) }} />, root);
  }
  await settled();
  for (const one of touches) {
    await touchOnceThere(one);
    await settled();
  }
}

/** A part that is read late may come after frames in which nothing changed. */
const MOST_TRIES = 50;

async function touchOnceThere(one: Touch): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return touch(root, one);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await settled();
    }
}

function isOtherPage(made: Shown | OtherPage): made is OtherPage {
  // A session holds its page as an object.
  return typeof made.page === 'string';
}

/**
 * Waits until two frames in a row change nothing: what is drawn late (the grid, the history) and
 * what effects do is there then, also on a busy machine.
 */
async function settled(): Promise<void> {
  let calm = 0;
  const observer = new MutationObserver(() => (calm = 0));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  // The step itself is read late as well, when it is drawn for the first time.
  for (let frames = 0; calm < 2 || (frames < 300 && root.querySelector('main') === null); frames += 1) {
    calm += 1;
    await new Promise(requestAnimationFrame);
  }
  observer.disconnect();
}

// The parts that the panel reads late are read before the first state, so that each is whole when
// it is drawn.
await Promise.all([
  import('../../components/review/review'),
  import('../../components/review/nets/backup-net'),
  import('../../components/review/nets/trial-net'),
  import('../../components/review/nets/mails-net'),
  import('../../components/review/nets/second-person-net'),
  import('../../components/review/nets/promise-net'),
  import('../../components/review/nets/rehearsal-net'),
  import('../../components/history/history'),
  import('../../components/report/report-dialog'),
  import('../../components/update/update'),
  import('../../components/upload/file-result'),
]);
await draw();
window.drawGallery = draw;
