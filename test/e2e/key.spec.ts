import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Frame } from '@playwright/test';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { everythingStored } from './extension-storage';
import { launchWithExtension, type ExtensionBrowser } from './extension-browser';
import { panelOn, test, type World } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';
import { apiRequests, at, groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* The platform does not take the dashboard's session; the key is asked for and does the job. */

test.use({ platformOptions: { generate: 12, switches: { session: 'refused' } } });

const keyField = (panel: Frame) => panel.getByLabel('API key', { exact: true });

async function give(panel: Frame, key: string): Promise<void> {
  await keyField(panel).fill(key);
  await panel.getByRole('button', { name: 'Use this key' }).click();
}

/** Everything of the panel's document: markup, what fields hold, and its address. */
async function documentOf(panel: Frame): Promise<string> {
  return panel.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...Array.from(document.querySelectorAll('input'), ({ value }) => value),
      location.href,
    ].join('\n'),
  );
}

async function expectConnected(panel: Frame): Promise<void> {
  await expect(panel.getByText('Northfield Institute')).toBeVisible();
  await expect(keyField(panel)).toHaveCount(0);
}

/** The key is in no place but the header of the API's requests, and where `stored` says. */
async function expectKeyOnlyIn(
  { platform, browser }: World,
  panel: Frame,
  stored: { readonly local: boolean },
): Promise<void> {
  const found = await everythingStored(await browser.background());
  expect(found.local.includes('closed:key:production'), 'storage.local').toBe(stored.local);
  expect(found.local, 'it is closed there').not.toContain(ACCOUNT_KEY);
  expect(found.session, 'storage.session, in memory for the browser session').toContain(ACCOUNT_KEY);
  expect(found.databases).not.toContain(ACCOUNT_KEY);
  expect(await documentOf(panel)).not.toContain(ACCOUNT_KEY);
  const seen = platform.standIn.log;
  expect(JSON.stringify(seen)).not.toContain(ACCOUNT_KEY);
  expect(seen.filter(({ part, auth }) => part !== 'api' && auth === 'key')).toEqual([]);
}

test(
  'a wrong key is refused with a sentence, the right one does the job and is kept for the session alone',
  { tag: '@long' },
  async ({ world }) => {
    const { standIn } = world.platform;
    const { panel } = await panelOn(world);
    await expect(panel.getByRole('heading', { name: 'Sign in with an API key' })).toBeVisible();
    await expect(panel.getByLabel('Spreadsheet file')).toHaveCount(0);

    await give(panel, 'northfield-wrong-key');
    await expect(panel.getByRole('alert')).toContainText('Accredible did not accept this key.');
    await expect(keyField(panel)).toHaveValue('');

    await give(panel, `  ${ACCOUNT_KEY} `);
    await expectConnected(panel);
    const group = groupOf(standIn.state(), 555);
    const rows = group.slice(4, 8).map(({ id }) => [String(id), 'By key']);
    await chooseSheet(panel, { name: 'key.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
    await assignColumns(panel, {});
    expect(await openReview(panel)).toMatchObject({ toUpdate: 4 });
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 4, failed: 0, credits: 0 });
    expect(putsOf(standIn).map(({ request }) => request.auth)).toEqual(['key', 'key', 'key', 'key']);
    for (const { id, grade } of groupOf(standIn.state(), 555).slice(4, 8)) {
      expect([id, grade]).toEqual([id, 'By key']);
    }
    await expectKeyOnlyIn(world, panel, { local: false });

    // Another panel of the same browser session needs no key; "Forget the API key" ends that.
    const { panel: second } = await panelOn(world, 556);
    await expectConnected(second);
    await second.getByRole('button', { name: 'Forget the API key' }).click();
    await expect(keyField(second)).toBeVisible();
    const found = await everythingStored(await world.browser.background());
    expect(found.local + found.session + found.databases).not.toContain(ACCOUNT_KEY);
  },
);

for (const { remember, title } of [
  { remember: false, title: 'a key that was not to be remembered is asked for again after a restart' },
  { remember: true, title: 'a remembered key is on disk, and taken after a restart' },
]) {
  test(title, { tag: '@long' }, async ({ platform }) => {
    const profile = await mkdtemp(join(tmpdir(), 'update-credentials-key-'));
    const launched: ExtensionBrowser[] = [];
    const launch = async (): Promise<World> => {
      const browser = await launchWithExtension({ platformPort: platform.port, profile });
      launched.push(browser);
      return { platform, browser };
    };
    try {
      const first = await launch();
      const { panel } = await panelOn(first);
      await expect(keyField(panel)).toBeVisible();
      const box = panel.getByRole('checkbox', { name: /^Remember on this computer/ });
      await expect(box).not.toBeChecked();
      await box.setChecked(remember);
      await give(panel, ACCOUNT_KEY);
      await expectConnected(panel);
      await expectKeyOnlyIn(first, panel, { local: remember });
      await first.browser.close();

      const { panel: next } = await panelOn(await launch());
      if (remember) await expectConnected(next);
      else await expect(keyField(next)).toBeVisible();
      const last = at(apiRequests(platform.standIn).slice(-1), 0);
      expect(last.auth).toBe(remember ? 'key' : 'session');
    } finally {
      for (const browser of launched) await browser.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
}
