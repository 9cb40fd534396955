import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchWithExtension, openGroup, openPanel } from './extension-browser';
import { test } from './extension-test';
import { everythingStored } from './extension-storage';
import { drop, paste } from './drop-and-paste';
import { assignColumns, beginUpdate, clearTheWay, groupIsRead, openReview, runIsFinished } from './panel';
import { groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 4: who sees the sheet. The page is hostile, and each cell of the sheet is
 * recognised by a mark.
 */

test.use({ platformOptions: { generate: 20 } });

/** In a column that is skipped; in cells that change nothing; in a confirmed change. */
const SKIPPED = 'skipped-4b1d';
const UNCHANGED_OWNER = 'owner-77c0';
const CHANGED = 'changed-9e52';

/**
 * What a hostile page would do: listen to everything from before the first script on, and look into
 * frames. It writes down what it gets.
 */
function spyInPage(): void {
  const seen: string[] = [];
  Object.assign(window, { seen });
  const note = (value: unknown) => {
    try {
      seen.push(typeof value === 'string' ? value : JSON.stringify(value));
    } catch {
      seen.push(String(value));
    }
  };
  const heard = [
    'message',
    'drop',
    'dragover',
    'paste',
    'copy',
    'input',
    'change',
    'keydown',
    'keyup',
    'beforeinput',
  ];
  for (const name of heard) {
    window.addEventListener(
      name,
      (event) => {
        note(`${name} event`);
        if (event instanceof MessageEvent) note(event.data);
        if (event instanceof KeyboardEvent) note(event.key);
        if (event instanceof DragEvent) note(event.dataTransfer?.getData('text/plain'));
        if (event instanceof ClipboardEvent) note(event.clipboardData?.getData('text/plain'));
      },
      true,
    );
  }
  // A closed shadow root is none to a page that was there first.
  Reflect.set(
    Element.prototype,
    'attachShadow',
    new Proxy(Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow'), {
      apply: (attach, element, [init]: [ShadowRootInit]): unknown =>
        Reflect.apply(attach, element, [{ ...init, mode: 'open' }]),
    }),
  );
  const look = () => {
    for (const frame of document.querySelectorAll('iframe')) {
      try {
        note(frame.contentDocument?.documentElement.outerHTML);
        note(frame.contentWindow?.document.title);
      } catch {
        // Another origin: this is how it should be.
      }
    }
    note(document.querySelector('[data-update-credentials="panel"]')?.outerHTML);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  Object.assign(window, { look });
}

const seenBy = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const spy = window as unknown as { seen: string[]; look: () => void };
    spy.look();
    return spy.seen.join('\n');
  });

/**
 * Requests by host, from the browser's own network log: what no page or extension began is the
 * browser's own.
 */
async function hostsAsked(
  netLog: string,
): Promise<readonly { readonly by: string; readonly host: string }[]> {
  const lines = (await readFile(netLog, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const by = /"initiator":\s?"((?:chrome-extension|https?):\/\/[^"]+)"/.exec(line)?.[1];
    const host = /"url":\s?"(?:https?|wss?):\/\/([^/":]+)/.exec(line)?.[1];
    return by === undefined || host === undefined ? [] : [{ by, host }];
  });
}

test('the page, other hosts and the stores get nothing of the sheet', async ({ platform }) => {
  const work = await mkdtemp(join(tmpdir(), 'update-credentials-privacy-'));
  const netLog = join(work, 'net-log.json');
  const browser = await launchWithExtension({
    platformPort: platform.port,
    args: [`--log-net-log=${netLog}`],
  });
  const { standIn } = platform;
  try {
    const page = await browser.context.newPage();
    await page.addInitScript(spyInPage);
    await openGroup(page, 555);
    const panel = await openPanel(page);
    await expect(panel.getByText('Northfield Institute')).toBeVisible();

    const group = groupOf(standIn.state(), 555).slice(4);
    const sheet = (delimiter: string, part: readonly (typeof group)[number][]) =>
      sheetText(
        [
          ['Credential ID', 'Recipient Name', 'Grade', 'Salary', 'Location'],
          ...part.map(({ id, recipient, custom_attributes: custom }, n) => [
            String(id),
            recipient.name,
            n === 0 ? CHANGED : '',
            `${SKIPPED}-${n}`,
            n === 1 ? UNCHANGED_OWNER : (custom['Location'] ?? ''),
          ]),
        ],
        delimiter,
      );

    // Pasted first, then a file dropped on the panel in its place.
    await paste(panel, sheet('\t', group.slice(0, 3)));
    // Its name is there while it is still being read, too; only on Assign is the panel at rest.
    await groupIsRead(panel);
    await expect(panel.getByText('Pasted cells')).toBeVisible();
    await panel.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Upload' }).click();
    await drop(panel, `salaries-${SKIPPED}.csv`, sheet(',', group));
    await expect(panel.getByText(`salaries-${SKIPPED}.csv`).first()).toBeVisible();

    // A file with one sheet goes on to Assign by itself.
    await assignColumns(panel, {
      'Recipient Name': { attribute: 'Recipient Name' },
      Grade: { attribute: 'Grade' },
      Location: { attribute: 'Location' },
    });
    expect(await openReview(panel)).toMatchObject({ toUpdate: 2 });
    // The row of the other mark is left out: it is no confirmed change, and goes nowhere.
    await panel.getByRole('checkbox', { name: 'Include row 3', exact: true }).click();
    await expect(panel.getByRole('status', { name: 'Summary' })).toContainText('1 to update');
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);

    expect(putsOf(standIn).map(({ body }) => body)).toEqual([{ credential: { grade: CHANGED } }]);
    const requests = JSON.stringify(standIn.log);
    expect(requests).not.toContain(SKIPPED);
    expect(requests).not.toContain(UNCHANGED_OWNER);

    const stored = await everythingStored(await browser.background());
    expect(stored.opened, 'the journal keeps the confirmed change').toContain(CHANGED);
    expect(stored.databases, 'and keeps it closed').not.toContain(CHANGED);
    const withoutFileName = stored.opened.replaceAll(`salaries-${SKIPPED}.csv`, 'the file');
    for (const place of [stored.local, stored.session, stored.databases, withoutFileName]) {
      expect(place).not.toContain(SKIPPED);
      expect(place).not.toContain(UNCHANGED_OWNER);
    }

    const seen = await seenBy(page);
    expect(seen, 'the spy is at work').toContain('data-update-credentials="panel"');
    for (const mark of [SKIPPED, UNCHANGED_OWNER, CHANGED, 'Salary']) expect(seen).not.toContain(mark);
    const ofPage = await page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      stored: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    }));
    for (const mark of [SKIPPED, UNCHANGED_OWNER, CHANGED]) {
      expect(ofPage.html).not.toContain(mark);
      expect(ofPage.stored).not.toContain(mark);
    }
    // The page can say what it likes to the frame: only the frame itself closes the panel.
    await page.evaluate(() => {
      for (const wish of ['keep', 'reload', 'update-credentials:close']) window.postMessage(wish, '*');
    });
    await expect(panel.getByRole('heading', { name: 'Update finished' })).toBeVisible();
  } finally {
    await browser.close();
  }
  const asked = await hostsAsked(netLog);
  for (const [by, host] of [
    [/^https:\/\/dashboard\.accredible\.com/, 'dashboard.accredible.com'],
    [/^chrome-extension:/, 'api.accredible.com'],
  ] as const) {
    expect(
      asked.some((request) => by.test(request.by) && request.host === host),
      `${host} is in the log`,
    ).toBe(true);
  }
  expect(asked.filter(({ host }) => !/(?:^|\.)accredible\.com$/.test(host))).toEqual([]);
  await rm(work, { recursive: true, force: true });
});

test('another page cannot find or frame the panel', { tag: '@long' }, async ({ world }) => {
  const { platform, browser } = world;
  const background = await browser.background();
  const id = new URL(background.url()).host;
  const page = await browser.context.newPage();
  // A page of the platform that is no dashboard.
  await page.goto('https://www.credential.net/nobody');
  const framed = await page.evaluate(async (host) => {
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${host}/panel.html?environment=production&group=555`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.src;
  }, id);
  expect(framed).toContain(id);
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  for (const frame of frames) await expect(frame.getByText('Update Credentials')).toHaveCount(0);
  expect(platform.standIn.log.filter(({ part }) => part === 'api')).toEqual([]);
});
