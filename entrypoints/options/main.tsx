import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/panel.css';
import '../../components/styles/history.css';
import '../../components/styles/page.css';
import '../../components/styles/help.css';
import '../../components/styles/confirm.css';
import '../../components/styles/language.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createGuard, setGuard } from '../../components/guard/guard';
import { Options, useFreshOptions, type OptionsProps } from '../../components/options/options';
import { keepFocus } from '../../components/parts/keep-focus';
import { language } from '../../components/text';
import { createFaultLog } from '../../lib/report/problem/fault-log';
import { createBackgroundClient } from '../../lib/rpc/client/background-client';
import { BACKGROUND_PORT } from '../../lib/rpc/contract/port';
import { createOptionsModel } from '../../lib/session/options/create-options-model';
import { createReportModel } from '../../lib/session/report/create-report-model';
import { openOwnTab } from '../address/go-to';
import { chooseLanguage, whenLanguageChanges } from '../language/message-sources';
import { speak } from '../language/speak';
import { pageFacts } from '../report/page-facts';
import { saveFile } from '../report/save-file';

/** The options page: wires its models to the background. `#report` opens the report. */
let chosen = await speak();
const faults = createFaultLog();
window.addEventListener('error', ({ error }) => faults.note(error));
window.addEventListener('unhandledrejection', ({ reason }) => faults.note(reason));

const root = document.getElementById('options');
if (root === null) throw new Error('options.html has no root');
keepFocus(document, window);

// A tab of its own, which no page can frame.
setGuard(createGuard({ frame: null }));
const background = createBackgroundClient(() => browser.runtime.connect({ name: BACKGROUND_PORT }));
const options = createOptionsModel({ background, save: saveFile });
const report = createReportModel({
  background,
  facts: () => Promise.resolve({ ...pageFacts('options', faults), panel: null }),
});

function FreshOptions(props: OptionsProps) {
  useFreshOptions(props.options);
  return <Options {...props} />;
}

const draw = () =>
  render(
    <FreshOptions
      // Another language is other text everywhere: all is drawn again.
      key={language()}
      options={options}
      report={report}
      language={{ chosen, choose: (wanted) => void chooseLanguage(wanted) }}
      version={browser.runtime.getManifest().version}
      save={saveFile}
      prove={() => void openOwnTab('/prove.html')}
    />,
    root,
  );
draw();
whenLanguageChanges(() => {
  void speak().then((now) => {
    chosen = now;
    draw();
  });
});
if (location.hash === '#report') void report.open();
