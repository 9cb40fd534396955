import { element, read } from './dom.js';
import { emptyPage, groupPage, groupsPage, missingPage } from './pages.js';

const NAVIGATION = [
  ['Groups', '/issuer/dashboard/groups'],
  ['Designs', '/issuer/dashboard/designs'],
  ['Analytics', '/issuer/dashboard/analytics'],
  ['Settings', '/issuer/dashboard/settings'],
];

const GROUP_PATH = /^\/issuer\/dashboard\/group\/(\d+)(?:\/([a-z-]+))?\/?$/;

let me = null;
/** Ends the reading of a page that has been left meanwhile. */
let leaving = new AbortController();

function header() {
  const links = NAVIGATION.map(([text, href]) =>
    element('a', { href, 'aria-current': location.pathname.startsWith(href) ? 'page' : null }, text),
  );
  return element(
    'header',
    { class: 'top' },
    element(
      'a',
      { class: 'brand', href: NAVIGATION[0][1] },
      element('span', { class: 'mark', 'aria-hidden': 'true' }),
      'Credential Dashboard',
    ),
    element('nav', { 'aria-label': 'Main' }, ...links),
    element(
      'div',
      { class: 'account' },
      element('span', { class: 'credits' }, `${me.issuer.credits.toLocaleString('en')} credits`),
      element(
        'span',
        { class: 'who' },
        element('strong', {}, me.issuer.name),
        element('span', {}, me.account.name),
      ),
      element(
        'form',
        { method: 'post', action: '/logout' },
        element('button', { class: 'quiet' }, 'Sign out'),
      ),
    ),
  );
}

async function pageOf(path, signal) {
  const [, id, section] = GROUP_PATH.exec(path) ?? [];
  if (id !== undefined) return groupPage(Number(id), section ?? 'information-and-appearance', signal);
  if (path === NAVIGATION[0][1]) return groupsPage(signal);
  const named = NAVIGATION.find(([, href]) => href === path);
  return named === undefined ? missingPage() : emptyPage(named[0]);
}

/** Draws the whole page of the present address, and discards all elements of the earlier page. */
async function draw() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  try {
    me = await read('/me', signal);
    const main = await pageOf(location.pathname, signal);
    if (signal.aborted) return;
    document.querySelector('#app').replaceChildren(header(), main);
    document.title = `${main.dataset.title} · Credential Dashboard`;
  } catch (error) {
    if (signal.aborted) return;
    const problem = element(
      'p',
      { class: 'problem', role: 'alert' },
      `This page could not be loaded. ${error.message}`,
    );
    document.querySelector('#app').replaceChildren(element('main', {}, problem));
  }
}

function follow(event) {
  const link = event.target.closest('a[href^="/issuer/"]');
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (link === null || !isPlain || event.defaultPrevented) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  scrollTo(0, 0);
  void draw();
}

document.addEventListener('click', follow);
addEventListener('popstate', () => void draw());
void draw();
