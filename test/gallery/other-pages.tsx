import { signal } from '@preact/signals';
import { Options } from '../../components/options/options';
import { Popup } from '../../components/popup/popup';
import { Prove } from '../../components/prove/prove';
import { Welcome } from '../../components/welcome/welcome';
import type { OtherPage } from './state';

const nothing = () => undefined;
const later = () => Promise.resolve();
const LANGUAGE = { chosen: null, choose: nothing };
const OPTIONS_ACTIONS = {
  refresh: later,
  forget: later,
  forgetRules: later,
  forgetKey: later,
  keepValues: later,
  deleteEverything: later,
  saveRemembered: later,
  loadRemembered: later,
};

/** A page of the extension that is not the panel, in one of its states. */
export function PageShown({ of }: { of: OtherPage }) {
  switch (of.page) {
    case 'popup':
      return (
        <Popup
          state={of.state}
          dashboard={of.dashboard}
          onOpen={nothing}
          onAllow={nothing}
          onSeeRun={nothing}
          onOptions={nothing}
          onProve={nothing}
          language={LANGUAGE}
        />
      );
    case 'options':
      return (
        <Options
          options={{ phase: signal(of.phase), said: signal(of.said), ...OPTIONS_ACTIONS }}
          report={{ phase: signal({ kind: 'closed' }), open: later, close: nothing }}
          language={LANGUAGE}
          version="0.3.0"
          save={nothing}
          prove={nothing}
        />
      );
    case 'welcome':
      return (
        <Welcome environments={of.environments} language={LANGUAGE} onOptions={nothing} onProve={nothing} />
      );
    case 'prove':
      return <Prove proof={of.proof} />;
  }
}
