import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/popup.css';
import '../../components/styles/language.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup, type PopupState } from '../../components/popup/popup';
import { language } from '../../components/text';
import { groupId } from '../../lib/credential/ids';
import type { GroupPage } from '../../lib/platform/environment';
import { dashboardOrigin, ENVIRONMENTS, hostsToPermit } from '../../lib/platform/hosts';
import { groupPageOf } from '../../lib/platform/page-url';
import { panelPath } from '../../lib/platform/panel-address';
import { createBackgroundClient } from '../../lib/rpc/client/background-client';
import type { OpenPanelMessage } from '../../lib/rpc/contract/open-panel';
import { BACKGROUND_PORT } from '../../lib/rpc/contract/port';
import { openOwnTab } from '../address/go-to';
import { chooseLanguage, whenLanguageChanges } from '../language/message-sources';
import { speak } from '../language/speak';

/** The toolbar's popup: looks at the tab in front and at the journal, then draws once. */
let chosen = await speak();

const root = document.getElementById('popup');
if (root === null) throw new Error('popup.html has no root');

let { tab, page } = await lookAtTab();
let isAccessMissing = await isMissing(page);
const background = createBackgroundClient(() => browser.runtime.connect({ name: BACKGROUND_PORT }));
const found = await background.call({ kind: 'find-run', page: null }).catch(() => null);
const run = found?.ok === true ? found.value : null; // no answer, or no journal
const areRunsKnown = found?.ok === true; // no answer, or no journal: they are not
// Somebody of the EU or the sandbox goes there again.
const used = await background.call({ kind: 'find-dashboard' }).catch(() => null);
const environment = used?.ok === true ? used.value : 'production'; // no answer
let drawn: PopupState['tab'] = page === null ? 'elsewhere' : 'group';
const draw = (state: PopupState['tab']) => {
  drawn = state;
  render(
    <Popup
      // Another language is other text everywhere: all is drawn again.
      key={language()}
      language={{ chosen, choose: (wanted) => void chooseLanguage(wanted) }}
      state={{ tab: state, run, areRunsKnown, isAccessMissing }}
      dashboard={environment === null ? null : dashboardOrigin(environment)}
      onOpen={() => {
        if (tab?.id === undefined) return;
        browser.tabs.sendMessage(tab.id, { kind: 'open-panel' } satisfies OpenPanelMessage).then(
          () => window.close(),
          // Nobody listens there: the page was open before the extension was installed.
          () => draw('group-needs-reload'),
        );
      }}
      onAllow={() => {
        // Asked at once: a browser hears this question only while it handles the click.
        void browser.permissions.request({ origins: hostsFor(page) }).then(async () => {
          ({ tab, page } = await lookAtTab());
          isAccessMissing = await isMissing(page);
          // The page was open before: nothing of ours is in it yet.
          draw(page === null ? 'elsewhere' : 'group-needs-reload');
        });
      }}
      onProve={() => void openOwnTab('/prove.html')}
      onSeeRun={() => {
        if (run === null) return;
        const { environment, group } = run.run;
        void openOwnTab(panelPath({ environment, groupId: groupId(group.id) }));
      }}
      onOptions={(at) => {
        void openOwnTab(`/options.html${at === 'report' ? '#report' : ''}`);
      }}
    />,
    root,
  );
};
draw(drawn);
whenLanguageChanges(() => {
  void speak().then((now) => {
    chosen = now;
    draw(drawn);
  });
});

/**
 * The tab in front, and the group page in it. Only pages that the extension may see tell their
 * address.
 */
async function lookAtTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { tab, page: tab?.url === undefined ? null : groupPageOf(new URL(tab.url)) };
}

/**
 * The hosts that are needed on a page: those of its environment. Elsewhere all of them, because a
 * page that the extension may not see may be any.
 */
function hostsFor(page: GroupPage | null): string[] {
  return (page === null ? ENVIRONMENTS : [page.environment]).flatMap(hostsToPermit);
}

/**
 * Whether one of them is not permitted: Firefox before 127 gives none at first, and everybody can
 * take them away.
 */
async function isMissing(page: GroupPage | null): Promise<boolean> {
  return !(await browser.permissions.contains({ origins: hostsFor(page) }));
}
