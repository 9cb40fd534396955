import { Popup } from '../../components/popup/popup';
import type { OtherPage } from './state';

const nothing = () => undefined;
const LANGUAGE = { chosen: null, choose: nothing };

/** A page of the extension that is not the panel, in one of its states. */
export function PageShown({ of }: { of: OtherPage }) {
  return (
    <Popup
      state={of.state}
      dashboard={of.dashboard}
      onOpen={nothing}
      onAllow={nothing}
      onSeeRun={nothing}
      language={LANGUAGE}
    />
  );
}
