import { expect } from '@playwright/test';
import { ACCOUNT_KEY } from '../platform/stand-in-options';
import { panelOn, reviewSheet, test } from './extension-test';
import { everythingStored } from './extension-storage';
import { notInPaper, notListed } from './stored-list';
import { addToJournal } from './old-journal';
import { fact, keptDays, MARK, openHistory, runsIn, runSheet, sheetFor } from './history-dialog';
import { beginUpdate, chooseSheet, runIsFinished } from './panel';

/*
 * docs/product.md 2.6: for how long values are kept on this computer, and the end of everything
 * that is.
 */

test.use({ platformOptions: { generate: 20 } });

test(
  'values are kept for as long as is set, and not at all when that is 0',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    await chooseSheet(panel, { name: 'two.csv', text: sheetFor(world.platform.standIn, 4, 6) });
    await runSheet(panel);
    const background = await world.browser.background();
    expect((await everythingStored(background)).opened).toContain(MARK);
    let history = await openHistory(panel);
    const days = keptDays(history);
    const save = history.getByRole('button', { name: 'Save', exact: true });
    await expect(days).toHaveValue('30');
    for (const wrong of ['', '-1', '1.5', '366', 'a week']) {
      await days.fill(wrong);
      await save.click();
      await expect(history.getByRole('alert')).toHaveText('Enter a whole number of days from 0 to 365.');
    }
    await days.fill('7');
    await save.click();
    await expect(history.getByRole('status')).toHaveText(
      'Saved. Values are deleted 7 days after the end of a run.',
    );
    await expect(history.getByRole('alert')).toHaveCount(0);
    await history.getByRole('button', { name: 'Close the history' }).click();
    history = await openHistory(panel);
    await expect(days).toHaveValue('7');
    expect((await everythingStored(background)).opened).toContain(MARK);

    await days.fill('0');
    await save.click();
    await expect(history.getByRole('status')).toHaveText(/as soon as a run has ended/);
    const stored = await everythingStored(background);
    expect(stored.databases + stored.opened).not.toContain(MARK);
    expect(stored.opened).toContain('two.csv');
    await runsIn(history).first().click();
    await expect(fact(history, 'Names, e-mails and values')).toContainText('deleted from this computer on');
    await history.getByRole('button', { name: 'Close the history' }).click();

    // The next one loses its values by itself, with nobody asking; the panel that ran it still
    // shows its result.
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await chooseSheet(panel, { name: 'three.csv', text: sheetFor(world.platform.standIn, 6, 9) });
    await runSheet(panel);
    await expect
      .poll(async () => (await everythingStored(background)).opened.includes(MARK), { timeout: 60_000 })
      .toBe(false);
    await expect(panel.getByRole('button', { name: 'Download results' })).toBeEnabled();
  },
);

test(
  'everything that is stored on this computer goes, but not under a run that is not over',
  { tag: '@long' },
  async ({ world }) => {
    world.platform.standIn.setSwitch('session', 'refused');
    const { panel } = await panelOn(world);
    await panel.getByLabel('API key', { exact: true }).fill(ACCOUNT_KEY);
    await panel.getByRole('checkbox', { name: /^Remember on this computer/ }).check();
    await panel.getByRole('button', { name: 'Use this key' }).click();
    await reviewSheet(panel, { name: 'ten.csv', text: sheetFor(world.platform.standIn, 4, 14) });
    world.platform.standIn.setFaults(['slow:ms=3000:method=PUT']);
    await beginUpdate(panel);
    await panel.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(panel.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    let history = await openHistory(panel);
    const days = keptDays(history);
    await days.fill('90');
    await history.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(history.getByRole('status')).toContainText('90 days');
    const background = await world.browser.background();
    const before = await everythingStored(background);
    for (const name of ['closed:assignment:', 'closed:key:production', '"keptDays":90']) {
      expect(before.local).toContain(name);
    }

    expect(notListed(before), 'of a run under way').toEqual([]);
    expect(before.files).toContainEqual(expect.stringMatching(/^runs\/.*\.changes$/));
    expect(notInPaper()).toEqual([]);

    const deleteAll = history.getByRole('button', { name: 'Delete everything stored on this computer' });
    const ask = panel.getByRole('dialog', { name: 'Delete everything stored on this computer?' });
    await deleteAll.click();
    await expect(ask).toContainText('the history of 1 run');
    await ask.getByRole('button', { name: 'Delete everything' }).click();
    await expect(history.getByRole('alert')).toContainText(
      'Nothing was deleted: a run of Advanced Welding 2026 is running, paused, or being checked.',
    );
    const refused = await everythingStored(background);
    // A run may have noted meanwhile how the account is.
    expect(JSON.parse(refused.local)).toMatchObject(JSON.parse(before.local) as Record<string, unknown>);
    expect(refused.opened).toContain(MARK);
    await runsIn(history).first().click();
    await expect(history.getByRole('button', { name: 'Delete values now' })).toBeDisabled();

    await history.page().keyboard.press('Escape');
    world.platform.standIn.setFaults([]);
    await panel.getByRole('button', { name: 'Resume', exact: true }).click();
    await runIsFinished(panel);
    history = await openHistory(panel);
    await deleteAll.click();
    await ask.getByRole('button', { name: 'Keep everything' }).click();
    const kept = await everythingStored(background);
    expect(kept.opened).toContain(MARK);
    expect(notListed(kept), 'of a run that is over').toEqual([]);
    await deleteAll.click();
    await ask.getByRole('button', { name: 'Delete everything' }).click();
    await expect(history.getByRole('status')).toHaveText(
      'Everything that this extension had stored on this computer has been deleted.',
    );
    await expect(history).toContainText('No update has been run on this computer yet.');
    // Settings are no values of anybody.
    await expect(days).toHaveValue('90');
    const after = await everythingStored(background);
    expect(after).toMatchObject({
      local: '{"first-page":true,"settings":{"keptDays":90}}',
      files: [],
      opened: '[]',
    });
    // The panel has asked who is signed in since, and that is counted again.
    expect(Object.keys(JSON.parse(after.session) as object).filter((name) => name !== 'sent')).toEqual([]);
    expect(after.session).not.toContain('PUT');
    expect((JSON.parse(after.databases) as object[]).map((store) => ({ ...store, name: '' }))).toEqual([
      { name: '', store: 'entries', keys: [], values: [] },
      { name: '', store: 'runs', keys: [], values: [] },
    ]);

    // The panel asks for what it needs, and works on.
    await history.getByRole('button', { name: 'Close the history' }).click();
    await panel.getByLabel('API key', { exact: true }).fill(ACCOUNT_KEY);
    await panel.getByRole('button', { name: 'Use this key' }).click();
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await chooseSheet(panel, { name: 'one.csv', text: sheetFor(world.platform.standIn, 14, 15) });
    await runSheet(panel);
    history = await openHistory(panel);
    await expect(runsIn(history)).toHaveCount(1);
    await expect(panel.getByText('Something went wrong')).toHaveCount(0);
  },
);

test(
  'a finished run that is still shown offers nothing that rests on what was deleted',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    await chooseSheet(panel, { name: 'two.csv', text: sheetFor(world.platform.standIn, 4, 6) });
    await runSheet(panel);
    const history = await openHistory(panel);
    await history.getByRole('button', { name: 'Delete everything stored on this computer' }).click();
    const ask = panel.getByRole('dialog', { name: 'Delete everything stored on this computer?' });
    await ask.getByRole('button', { name: 'Delete everything' }).click();
    await expect(history.getByRole('status')).toContainText('has been deleted');
    await history.getByRole('button', { name: 'Close the history' }).click();
    await expect(panel.getByRole('heading', { name: 'Update finished' })).toBeVisible();
    await expect(panel.getByText('2 updated · 0 not updated · 0 credits spent')).toBeVisible();
    await expect(panel.getByText('It can no longer be undone or tried again')).toBeVisible();
    for (const name of ['Undo this run', 'Download results', 'Download failed rows'])
      await expect(panel.getByRole('button', { name })).toHaveCount(0);
    await expect(panel.getByRole('link', { name: 'Review updated credentials' })).toHaveCount(0);
    await panel.getByRole('button', { name: 'Update from another sheet' }).click();
    await chooseSheet(panel, { name: 'more.csv', text: sheetFor(world.platform.standIn, 6, 8) });
    await runSheet(panel);
    await expect(panel.getByRole('button', { name: 'Undo this run' })).toBeEnabled();
  },
);

test(
  'a run that cannot be read is said to be so, keeps no other from going, and can be deleted',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    const background = await world.browser.background();
    await addToJournal(background, [{ id: 'damaged', record: { state: 'of another program' } }]);
    await chooseSheet(panel, { name: 'two.csv', text: sheetFor(world.platform.standIn, 4, 6) });
    await runSheet(panel);
    const history = await openHistory(panel);
    await expect(history.getByRole('alert')).toContainText('1 run in the history cannot be read');
    await expect(runsIn(history)).toHaveCount(1);
    await history.getByRole('button', { name: 'Delete everything stored on this computer' }).click();
    const ask = panel.getByRole('dialog', { name: 'Delete everything stored on this computer?' });
    await ask.getByRole('button', { name: 'Delete everything' }).click();
    await expect(history).toContainText('No update has been run on this computer yet.');
    await expect(history.getByRole('alert')).toHaveCount(0);
    expect((await everythingStored(background)).databases).not.toContain('damaged');
  },
);
