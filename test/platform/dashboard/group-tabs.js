import { dayText, element, read } from './dom.js';

const TABS = [
  ['information-and-appearance', 'Information and appearance'],
  ['credentials', 'Credentials'],
  ['analytics', 'Analytics'],
  ['settings', 'Settings'],
];

export function tabBar(group, section) {
  const tabs = TABS.map(([path, text]) =>
    element(
      'a',
      {
        role: 'tab',
        href: `/issuer/dashboard/group/${group.id}/${path}`,
        'aria-selected': String(path === section),
      },
      text,
    ),
  );
  return element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Group' }, ...tabs);
}

const panel = (label, ...children) =>
  element('section', { role: 'tabpanel', 'aria-label': label }, ...children);

function facts(entries) {
  const lines = entries.map(([term, value]) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, value)),
  );
  return element('dl', { class: 'card' }, ...lines);
}

function information(group) {
  return panel(
    'Information and appearance',
    facts([
      ['Course name', group.course_name],
      ['Description', group.course_description],
      ['Course link', group.course_link],
      ['Learning outcomes', group.learning_outcomes.join(' · ')],
      ['Skill category', group.skill_category.name],
      ['Design', group.design_name],
      ['Group ID', String(group.id)],
    ]),
  );
}

function analytics() {
  return panel(
    'Analytics',
    element('p', { class: 'card muted' }, 'Views and shares appear here a day after they happen.'),
  );
}

function settings(group) {
  return panel(
    'Settings',
    facts([
      ['Duplicates of an e-mail', group.allow_duplicate_credentials ? 'Allowed' : 'Not allowed'],
      ['New credentials', group.generate_private_credential ? 'Private' : 'Public'],
      ['Language', group.language],
      ['Department', String(group.department_id)],
    ]),
  );
}

function row(credential) {
  const state = credential.published ? 'Published' : 'Unpublished';
  return element(
    'tr',
    {},
    element('td', { dir: 'auto' }, element('a', { href: credential.page }, credential.name)),
    element('td', {}, credential.email),
    element('td', { class: 'number' }, String(credential.id)),
    element('td', {}, credential.grade ?? '–'),
    element('td', {}, dayText(credential.issued_on)),
    element('td', {}, dayText(credential.expired_on)),
    element('td', {}, element('span', { class: credential.published ? 'pill' : 'pill off' }, state)),
  );
}

/** Draws a page of the list in place; paging and searching are not in the address. */
async function fill(list, group, page, search, signal) {
  const query = new URLSearchParams({ page: String(page), search });
  const found = await read(`/groups/${group.id}/credentials?${query}`, signal);
  const to = (text, target) =>
    element(
      'button',
      {
        type: 'button',
        disabled: target < 1 || target > found.pages,
        onclick: () => void fill(list, group, target, search, signal),
      },
      text,
    );
  const names = ['Recipient', 'E-mail', 'ID', 'Grade', 'Issued', 'Expires', 'State'];
  const head = names.map((name) =>
    element('th', { scope: 'col', class: name === 'ID' ? 'number' : null }, name),
  );
  list.replaceChildren(
    element(
      'div',
      { class: 'card flush' },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...found.credentials.map(row)),
      ),
    ),
    element(
      'div',
      { class: 'paging' },
      element(
        'span',
        { class: 'muted' },
        `${found.count.toLocaleString('en')} credentials · page ${found.page} of ${found.pages}`,
      ),
      to('Previous', found.page - 1),
      to('Next', found.page + 1),
    ),
  );
}

async function credentials(group, signal) {
  const list = element('div', {});
  const search = element('input', {
    type: 'search',
    'aria-label': 'Search credentials',
    placeholder: 'Name or e-mail',
    onchange: (event) => void fill(list, group, 1, event.target.value, signal),
  });
  await fill(list, group, 1, '', signal);
  return panel('Credentials', element('div', { class: 'tools' }, search), list);
}

/** The content of a tab, or null when there is no such tab. */
export async function sectionOf(group, section, signal) {
  switch (section) {
    case 'information-and-appearance':
      return information(group);
    case 'credentials':
      return credentials(group, signal);
    case 'analytics':
      return analytics();
    case 'settings':
      return settings(group);
    default:
      return null;
  }
}
