import { dayText, element, read } from './dom.js';
import { sectionOf, tabBar } from './group-tabs.js';

const page = (title, ...children) => element('main', { 'data-title': title }, ...children);

export async function groupsPage(signal) {
  const { groups } = await read('/groups', signal);
  const rows = groups.map((group) =>
    element(
      'tr',
      {},
      element(
        'td',
        {},
        element('a', { href: `/issuer/dashboard/group/${group.id}/information-and-appearance` }, group.name),
      ),
      element('td', { class: 'number' }, String(group.id)),
      element('td', { class: 'number' }, group.credentials.toLocaleString('en')),
      element('td', {}, dayText(group.updated_at.slice(0, 10))),
    ),
  );
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, 'Group'),
    element('th', { scope: 'col', class: 'number' }, 'ID'),
    element('th', { scope: 'col', class: 'number' }, 'Credentials'),
    element('th', { scope: 'col' }, 'Last changed'),
  );
  return page(
    'Groups',
    element('h1', {}, 'Groups'),
    element(
      'div',
      { class: 'card flush' },
      element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
    ),
  );
}

export async function groupPage(id, section, signal) {
  const { group } = await read(`/groups/${id}`, signal);
  const panel = await sectionOf(group, section, signal);
  if (panel === null) return missingPage();
  const hasTabs = document.body.dataset.tabBar === 'yes';
  return page(
    group.name,
    element(
      'p',
      { class: 'crumbs' },
      element('a', { href: '/issuer/dashboard/groups' }, 'Groups'),
      ' / ',
      group.name,
    ),
    element('h1', {}, group.name),
    hasTabs ? tabBar(group, section) : null,
    panel,
  );
}

export function missingPage() {
  return page(
    'Page not found',
    element('h1', {}, 'Page not found'),
    element('p', { class: 'muted' }, 'The address leads nowhere.'),
  );
}

/** Parts of the dashboard that have nothing to do with credentials. */
export function emptyPage(title) {
  return page(
    title,
    element('h1', {}, title),
    element('p', { class: 'card muted' }, 'There is nothing here yet.'),
  );
}
