import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Frame } from '@playwright/test';
import { groupOf, type StandIn } from '../platform/platform-watch';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { sheetText } from '../fakes/sheet-text';
import { launchWithExtension } from './extension-browser';
import { panelOn, test } from './extension-test';
import { keptDays, openHistory, runsIn, runSheet } from './history-dialog';
import { chooseSheet } from './panel';
import { foundInProfile } from './profile-bytes';

/*
 * docs/privacy.md, How deletion works: the bytes of all files of the browser's profile are
 * searched, as a thief or a forensic examiner would. Each mark is short and without repetition, so
 * that a database that packs its blocks keeps it in one piece.
 */

test.use({ platformOptions: { generate: 20, switches: { session: 'refused' } } });

const NEW_NAME = 'Qx7ZvKp2';
const NEW_EMAIL = 'wj4hfb9t';
const NEW_GRADE = 'Ty6RmNd3';
const FILE = 'Lc8GsXe5';

/** New names, e-mails and grades for two people; the old ones are marks as well. */
function sheetOf(standIn: StandIn, from: number) {
  const people = groupOf(standIn.state(), 555).slice(from, from + 2);
  const rows = people.map(({ id }, n) => [
    String(id),
    `${NEW_NAME}${from + n} Abel`,
    `${NEW_EMAIL}${from + n}@northfield.test`,
    NEW_GRADE,
  ]);
  const text = sheetText([['Credential ID', 'Recipient Name', 'Recipient Email', 'Grade'], ...rows]);
  return { text, old: people.map(({ recipient }) => recipient.email) };
}

async function deleteEverything(panel: Frame): Promise<void> {
  const history = await openHistory(panel);
  await history.getByRole('button', { name: 'Delete everything stored on this computer' }).click();
  const ask = panel.getByRole('dialog', { name: 'Delete everything stored on this computer?' });
  await ask.getByRole('button', { name: 'Delete everything' }).click();
  await expect(history.getByRole('status')).toContainText('has been deleted');
}

test(
  'no byte of the profile is a name, an e-mail, a value or the key: kept, deleted, or all deleted',
  {
    tag: '@long',
  },
  async ({ platform }) => {
    test.slow();
    const profile = await mkdtemp(join(tmpdir(), 'update-credentials-bytes-'));
    try {
      const launch = () => launchWithExtension({ platformPort: platform.port, profile });
      let browser = await launch();
      let { panel } = await panelOn({ platform, browser });
      await panel.getByLabel('API key', { exact: true }).fill(ACCOUNT_KEY);
      await panel.getByRole('checkbox', { name: /^Remember on this computer/ }).check();
      await panel.getByRole('button', { name: 'Use this key' }).click();
      const { text, old } = sheetOf(platform.standIn, 4);
      const values = [NEW_NAME, NEW_EMAIL, NEW_GRADE, ...old];
      const all = [...values, FILE, ACCOUNT_KEY];
      await chooseSheet(panel, { name: `${FILE}.csv`, text });
      await runSheet(panel);
      expect(await foundInProfile(profile, all), 'in a browser that is open').toEqual([]);
      await browser.close();
      expect(await foundInProfile(profile, all), 'values are kept').toEqual([]);

      browser = await launch();
      ({ panel } = await panelOn({ platform, browser }));
      let history = await openHistory(panel);
      await runsIn(history).first().click();
      await expect(history, 'what was kept is read after a restart').toContainText(FILE);
      await history.getByRole('button', { name: 'Delete values now' }).click();
      await panel.getByRole('button', { name: 'Delete the values' }).click();
      await expect(history.getByRole('status')).toContainText('deleted');
      await history.getByRole('button', { name: 'Close the history' }).click();

      // A second run, whose values are not kept at all.
      history = await openHistory(panel);
      await keptDays(history).fill('0');
      await history.getByRole('button', { name: 'Save' }).click();
      await expect(history.getByRole('status')).toContainText('as soon as a run has ended');
      await history.getByRole('button', { name: 'Close the history' }).click();
      await chooseSheet(panel, { name: `${FILE}.csv`, text: sheetOf(platform.standIn, 8).text });
      await runSheet(panel);
      const secrets = async () => {
        const background = await browser.background();
        return background.evaluate(async () => {
          const names: string[] = [];
          const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('secrets');
          for await (const name of folder.keys()) names.push(name.replace(/\..*/, ''));
          return names.toSorted();
        });
      };
      await expect.poll(secrets, { timeout: 60_000 }).not.toContain('run');
      expect(await foundInProfile(profile, all), 'values are deleted').toEqual([]);

      await deleteEverything(panel);
      await browser.close();
      expect(await foundInProfile(profile, all), 'everything is deleted').toEqual([]);
    } finally {
      await rm(profile, { recursive: true, force: true });
    }
  },
);

test('the search finds what lies in the clear', { tag: '@long' }, async ({ platform }) => {
  const profile = await mkdtemp(join(tmpdir(), 'update-credentials-bytes-'));
  try {
    const browser = await launchWithExtension({ platformPort: platform.port, profile });
    await (
      await browser.background()
    ).evaluate(
      async ([name, email]) => {
        const opening = indexedDB.open('planted', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
        await new Promise((resolve) => (opening.onsuccess = resolve));
        const writing = opening.result.transaction('texts', 'readwrite', { durability: 'strict' });
        writing.objectStore('texts').put({ text: `a name: ${name}, wide: ${email} \u2013` }, name);
        await new Promise((resolve) => (writing.oncomplete = resolve));
        const deleting = opening.result.transaction('texts', 'readwrite', { durability: 'strict' });
        deleting.objectStore('texts').clear();
        await new Promise((resolve) => (deleting.oncomplete = resolve));
        opening.result.close();
      },
      [NEW_NAME, NEW_EMAIL] as const,
    );
    await browser.close();
    const hits = (await foundInProfile(profile, [NEW_NAME, NEW_EMAIL])).join('\n');
    expect(hits, 'deleted from a database').toContain(NEW_NAME);
    expect(hits, 'in UTF-16').toContain(NEW_EMAIL);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
