import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/page.css';
import '../../components/styles/privacy.css';
import '../../components/styles/language.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { language } from '../../components/text';
import { Welcome } from '../../components/welcome/welcome';
import { ENVIRONMENTS } from '../../lib/platform/hosts';
import { createBackgroundClient } from '../../lib/rpc/client/background-client';
import { BACKGROUND_PORT } from '../../lib/rpc/contract/port';
import { openOwnTab } from '../address/go-to';
import { chooseLanguage, whenLanguageChanges } from '../language/message-sources';
import { speak } from '../language/speak';

/** The page that opens once after the installation (docs/product.md 1). */
let chosen = await speak();

const root = document.getElementById('welcome');
if (root === null) throw new Error('welcome.html has no root');

const background = createBackgroundClient(() => browser.runtime.connect({ name: BACKGROUND_PORT }));
const policy = await background.call({ kind: 'read-policy' }).catch(() => null); // it does not answer
const environments = policy?.ok === true ? policy.value.environments : ENVIRONMENTS; // it does not answer

const draw = () =>
  render(
    <Welcome
      // Another language is other text everywhere: all is drawn again.
      key={language()}
      environments={environments}
      language={{ chosen, choose: (wanted) => void chooseLanguage(wanted) }}
      onOptions={() => void openOwnTab('/options.html')}
      onProve={() => void openOwnTab('/prove.html')}
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
