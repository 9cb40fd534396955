import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, test } from 'vitest';
import { findTabBar } from '../../../components/page/host-page';
import { createPageTab, type PageTab } from '../../../components/page/page-tab';

const TABS = '<div role="tablist"><button role="tab">Credentials</button></div>';

function pageOf(body: string): Document {
  return parseHTML(`<!doctype html><html><body>${body}</body></html>`).document;
}

/** [what, the page's body, what the tab bar says, or null] */
test.each<[string, string, string | null]>([
  ['its own', `<main>${TABS}</main>`, 'Credentials'],
  ['none', '<main></main>', null],
  ['one without tabs', '<div role="tablist"></div>', null],
  ['one in a dialog', `<div role="dialog">${TABS}</div>`, null],
  ['one in a dialog element', `<dialog>${TABS}</dialog>`, null],
  ['one in an alert', `<div role="alertdialog">${TABS}</div>`, null],
  ['one of ours', `<div data-update-credentials="panel">${TABS}</div>`, null],
  ['one behind a dialog', `<dialog>${TABS.replace('Credentials', 'Other')}</dialog>${TABS}`, 'Credentials'],
  ['the first of several', `${TABS}${TABS.replace('Credentials', 'Other')}`, 'Credentials'],
])('the tab bar of a page that has %s', (_name, body, expected) => {
  expect(findTabBar(pageOf(body))?.textContent ?? null).toBe(expected);
});

describe('the tab', () => {
  let opened: number;
  let tab: PageTab;
  let document: Document;
  const put = (body: string) => {
    opened = 0;
    document = pageOf(body);
    tab = createPageTab(document, 'Update Credentials', () => (opened += 1));
  };
  const host = () => document.querySelector('[data-update-credentials="tab"]');
  const button = () => document.querySelector('[data-update-credentials="tab"] button');
  beforeEach(() => put(`<main>${TABS}</main>`));

  test("is a tab in the page's own tab bar, at its end", () => {
    tab.place();
    expect(button()?.textContent).toBe('Update Credentials');
    expect(button()?.getAttribute('role')).toBe('tab');
    expect(button()?.getAttribute('aria-selected')).toBe('false');
    expect(host()?.hasAttribute('data-alone')).toBe(false);
    expect(findTabBar(document)?.lastElementChild).toBe(host());
  });

  test('is a button by itself where there is no tab bar', () => {
    put('<main></main>');
    tab.place();
    expect([button()?.hasAttribute('role'), button()?.hasAttribute('aria-selected')]).toEqual([false, false]);
    expect([host()?.hasAttribute('data-alone'), host()?.parentElement === document.body]).toEqual([
      true,
      true,
    ]);
  });

  test('moves with what the single-page app does: a tab bar comes, is exchanged, goes', () => {
    put('<main></main>');
    const main = document.querySelector('main')!;
    const roles: (string | null | undefined)[] = [];
    for (const inside of ['', TABS, TABS, '']) {
      main.innerHTML = inside;
      tab.place();
      roles.push(button()?.getAttribute('role'));
      expect(document.querySelectorAll('[data-update-credentials="tab"]')).toHaveLength(1);
    }
    expect(roles).toEqual([null, 'tab', 'tab', null]);
  });

  test('is left alone where it is right', () => {
    tab.place();
    findTabBar(document)?.append(document.createElement('span'));
    tab.place();
    // Moving it again would take the focus away from it.
    expect(host()?.nextElementSibling?.localName).toBe('span');
  });

  test('does not sit in the tab bar of a dialog that opens over the page', () => {
    tab.place();
    const dialog = document.createElement('dialog');
    dialog.innerHTML = TABS;
    document.body.prepend(dialog);
    tab.place();
    expect(host()?.closest('dialog')).toBeNull();
  });

  test('opens the panel, and the page does not see the click or the keys', () => {
    tab.place();
    const seen: string[] = [];
    for (const type of ['click', 'keydown']) document.addEventListener(type, () => seen.push(type));
    const { Event } = document.defaultView as unknown as { Event: typeof globalThis.Event };
    const click = (isTrusted: boolean) => {
      const event = new Event('click', { bubbles: true });
      Object.defineProperty(event, 'isTrusted', { value: isTrusted });
      button()?.dispatchEvent(event);
    };
    click(true);
    button()?.dispatchEvent(new Event('keydown', { bubbles: true }));
    expect([opened, seen]).toEqual([1, []]);
    // The page presses it by a script.
    click(false);
    expect([opened, seen]).toEqual([1, []]);
  });

  test('says whether the panel is open, and goes', () => {
    tab.place();
    expect(button()?.getAttribute('aria-haspopup')).toBe('dialog');
    tab.setExpanded(true);
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
    tab.setExpanded(false);
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
    tab.remove();
    tab.remove();
    expect(host()).toBeNull();
  });
});
