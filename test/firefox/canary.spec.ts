import { expect } from '@playwright/test';
import { openedJournal } from '../e2e/opened-journal';
import { foundInProfile } from '../e2e/profile-bytes';
import { sheetText } from '../fakes/sheet-text';
import { groupOf, putsOf } from '../platform/platform-watch';
import { launchFirefox, type FirefoxBrowser } from './firefox-browser';
import { GROUP_PAGE, openOwnPage, openTab, signIn, tabOpenedBy, test as base } from './firefox-test';
import { assign, beginUpdate, clearTheWay, finished, review, reviewOpened } from './job';
import { panelOf, type Screen } from './screen';
import { unpacked } from './unpack-lz4';

/*
 * docs/privacy.md in Firefox: each kind of cell has a mark, short and without repetition, so that
 * what packs it keeps it in one piece.
 */

/** In a column that is skipped; of a row that is left out; of a confirmed change; typed by hand. */
const SKIPPED = 'Kz4vQm8t';
const LEFT_OUT = 'Wp7xRb2n';
const CHANGED = 'Hd9sJc5y';
const SOUGHT = 'Nf3gTk6w';
const MARKS = [SKIPPED, LEFT_OUT, CHANGED, SOUGHT];
/** Typed into the page, beside the panel. */
const OF_PAGE = 'Bq8hWz3v';

const PREFERENCES = {
  // Texts that are typed into pages are written down every second, not every 15, also where nobody
  // is at the machine.
  'browser.sessionstore.interval': 1_000,
  'browser.sessionstore.interval.idle': 1_000,
  // An extension that the tests have put there is taken away at the end. What it has stored stays,
  // as with an installed one, so that it can be looked for.
  'extensions.webextensions.keepStorageOnUninstall': true,
};

/** Hosts that Firefox asks by itself, with and without an extension: updates, lists, codecs. */
const OF_FIREFOX =
  /^(?:http:\/\/)?(?:[\w-]+\.)*(?:mozilla\.(?:com|net|org)|firefox\.com|googleapis\.com)(?::|\/)/;

/** A browser of its own, because it is closed: some files are written then. */
const test = base.extend<{ readonly closing: FirefoxBrowser }>({
  closing: async ({ platform }, use) => {
    const browser = await launchFirefox(platform.port, PREFERENCES);
    await use(browser);
    await browser.close();
  },
});

test('no cell leaves but confirmed fields and keys', async ({ platform, closing: firefox }) => {
  const { standIn } = platform;
  const page = await openTab(firefox, GROUP_PAGE);
  await signIn(page);
  await page.find('tab', 'Update Credentials');
  await page.run(spyInPage);
  // A text of the page, which the browser does write down: the search of its files would find ours.
  await page.run(() => document.body.append(document.createElement('textarea')));
  await page.type('textarea', OF_PAGE);
  await expect.poll(() => found(firefox, [OF_PAGE]), { intervals: [500], timeout: 60_000 }).not.toEqual([]);

  await page.click('tab', 'Update Credentials');
  const inPage = panelOf(firefox.marionette, page.tab);
  await inPage.shows('Northfield Institute');
  const group = groupOf(standIn.state(), 555).slice(4);
  const sheet = (delimiter: string) =>
    sheetText(
      [
        ['Credential ID', 'Recipient Name', 'Grade', 'Salary', 'Location'],
        ...group.map(({ id, recipient, custom_attributes: custom }, n) => [
          String(id),
          recipient.name,
          n === 0 ? CHANGED : '',
          `${SKIPPED}-${n}`,
          n === 1 ? LEFT_OUT : (custom['Location'] ?? ''), // a generated group has it in most credentials
        ]),
      ],
      delimiter,
    );

  // In the page, before its eyes: pasted, then dropped, then reviewed.
  await firefox.inOwnWindow(copyText, sheet('\t'));
  await inPage.type('body', `${CONTROL}v`);
  await inPage.shows('Pasted cells');
  await inPage.shows(/[\d,]+ of [\d,]+ rows match/);
  await inPage.click('button', 'Upload');
  await inPage.run(dropHere, 'salaries.csv', sheet(','));
  await inPage.shows('salaries.csv');
  await assign(inPage, { 'Recipient Name': 'Recipient Name', Grade: 'Grade', Location: 'Location' });
  expect(await review(inPage)).toMatch(/2 to update/);
  await typeSearch(inPage);
  await beginUpdate(inPage);

  // In a tab, where it can be sent.
  const panel = await tabOpenedBy(firefox, () => inPage.click('button', 'Open in a tab'));
  await panel.shows('Northfield Institute');
  await panel.run(dropHere, 'salaries.csv', sheet(','));
  expect(await reviewOpened(panel)).toMatch(/2 to update/);
  await typeSearch(panel);
  await panel.click('checkbox', 'Include row 3');
  await panel.textOf('status', 'Summary', /1 to update/);
  await clearTheWay(panel);
  await beginUpdate(panel);
  expect(await finished(panel)).toContain('1 updated');

  expect(putsOf(standIn).map(({ body }) => body)).toEqual([{ credential: { grade: CHANGED } }]);
  for (const mark of [SKIPPED, LEFT_OUT, SOUGHT]) expect(JSON.stringify(standIn.log)).not.toContain(mark);

  const own = await openOwnPage(firefox, '/popup.html');
  const { databases, entries } = await own.run(openedJournal);
  expect(JSON.stringify(entries), 'the journal keeps the confirmed change').toContain(CHANGED);
  const local = await own.run(() =>
    (
      globalThis as unknown as { browser: { storage: { local: { get(): Promise<object> } } } }
    ).browser.storage.local.get(),
  );
  expect(JSON.stringify(databases), 'closed').not.toContain(CHANGED);
  for (const mark of [SKIPPED, LEFT_OUT, SOUGHT]) {
    expect(JSON.stringify([databases, entries, local])).not.toContain(mark);
  }

  const seen = await page.run(() => [
    (window as unknown as { readonly spied: readonly string[] }).spied.join('\n'),
    document.documentElement.outerHTML,
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  ]);
  expect(seen[0], 'the spy is at work').toContain('input');
  for (const mark of MARKS) expect(seen.join('\n')).not.toContain(mark);

  expect(await found(firefox, MARKS), 'in a browser that is open').toEqual([]);
  await firefox.quit();
  expect(await found(firefox, MARKS), 'in one that was closed').toEqual([]);
  const strangers = firefox.gate.asked.filter(
    (host) => !host.endsWith('.accredible.com:443') && !OF_FIREFOX.test(host),
  );
  expect(firefox.gate.asked).toContain('api.accredible.com:443');
  expect(strangers).toEqual([]);
});

function found({ profile }: FirefoxBrowser, marks: readonly string[]): Promise<readonly string[]> {
  return foundInProfile(profile, marks, unpacked);
}

/** Keys of WebDriver: https://w3c.github.io/webdriver/#keyboard-actions */
const CONTROL = '\uE009';
const BACKSPACE = '\uE003';

/** Types a mark into the search, and takes it out again. */
async function typeSearch(panel: Screen): Promise<void> {
  await panel.type('input[type=search]', SOUGHT);
  await panel.shows('No rows here');
  await panel.type('input[type=search]', BACKSPACE.repeat(SOUGHT.length));
  await panel.find('checkbox', 'Include row 3');
}

/** Sent into the page: listens to everything that a page can hear. */
function spyInPage(): void {
  const spied: string[] = [];
  Object.assign(window, { spied });
  for (const name of [
    'message',
    'drop',
    'dragover',
    'paste',
    'copy',
    'input',
    'change',
    'keydown',
    'keyup',
  ]) {
    window.addEventListener(
      name,
      (event) => {
        spied.push(name);
        if (event instanceof MessageEvent) spied.push(JSON.stringify(event.data));
        if (event instanceof KeyboardEvent) spied.push(event.key);
        if (event instanceof DragEvent) spied.push(String(event.dataTransfer?.getData('text/plain')));
        if (event instanceof ClipboardEvent) spied.push(String(event.clipboardData?.getData('text/plain')));
      },
      true,
    );
  }
}

/** The part of Firefox's own window that fills the clipboard. */
interface BrowserWindow {
  readonly Cc: Readonly<Record<string, { getService(of: unknown): { copyString(text: string): void } }>>;
  readonly Ci: { readonly nsIClipboardHelper: unknown };
}

/** Sent into Firefox's window: copies a text, as a spreadsheet program does. */
function copyText(text: string): void {
  const { Cc, Ci } = globalThis as unknown as BrowserWindow;
  Cc['@mozilla.org/widget/clipboardhelper;1']?.getService(Ci.nsIClipboardHelper).copyString(text);
}

/** Sent into the panel: drops a file, with the events of a real drop. */
function dropHere(name: string, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
  const target = document.querySelector('main');
  for (const type of ['dragover', 'drop']) {
    target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
}
