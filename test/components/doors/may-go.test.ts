import { expect, test } from 'vitest';
import { mayGo } from '../../../components/doors/close-page';

const OWN = 'chrome-extension://abc';
const GROUP = 'https://dashboard.accredible.com/issuer/dashboard/group/555/information-and-appearance';

/** [what, the address, whether it is saved instead of shown, whether the panel may go there] */
test.each<[string, string, boolean, boolean]>([
  ['the panel again', `${OWN}/panel.html?environment=production&group=555`, false, true],
  ['a part of the page', `${OWN}/panel.html#conflicts-title`, false, true],
  ['a file that was made here', `blob:${OWN}/1b2c`, true, true],
  ['the page of the group', GROUP, false, true],
  ['that of the sandbox', GROUP.replace('dashboard.', 'sandbox.dashboard.'), false, true],
  ['that of the EU', GROUP.replace('dashboard.', 'eu.dashboard.'), false, true],
  ['a file shown as a page', `blob:${OWN}/1b2c`, false, false],
  ['a file of another origin', 'blob:https://example.org/1b2c', true, false],
  ['anywhere', 'https://example.org/?name=Ada', false, false],
  ['a download from anywhere', 'https://example.org/?name=Ada', true, false],
  ['the page of the group with a query', `${GROUP}?name=Ada`, false, false],
  ['with a fragment', `${GROUP}#Ada`, false, false],
  ['with a name', GROUP.replace('https://', 'https://Ada@'), false, false],
  ['with a port', GROUP.replace('.com', '.com:8443'), false, false],
  ['with more of a path', `${GROUP}/Ada`, false, false],
  ['another page of the dashboard', 'https://dashboard.accredible.com/issuer/Ada', false, false],
  ['a host that begins alike', GROUP.replace('.com', '.com.example.org'), false, false],
  ['without encryption', GROUP.replace('https:', 'http:'), false, false],
  ['another extension', 'chrome-extension://abd/panel.html', false, false],
  ['a mail', 'mailto:ada@example.org', false, false],
  ['a script', 'javascript:alert(1)', false, false],
  ['data', 'data:text/html,Ada', false, false],
])('the panel goes only where nothing is carried away: %s', (_name, address, isDownload, expected) => {
  expect(mayGo(address, OWN, isDownload)).toBe(expected);
});
