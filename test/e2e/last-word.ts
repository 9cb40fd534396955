import { expect, type Frame, type Page } from '@playwright/test';
import { panelOn, reviewSheet, type World } from './extension-test';
import { resultOf, runIsFinished, updateButton } from './panel';
import { UNDISTURBED_MS } from '../../components/guard/judge-press';
import { sheetText } from '../fakes/sheet-text';
import { groupOf } from '../platform/platform-watch';

/* The panel in the page at the question before an update, and the press that answers it. */

/** At the last word, with everything else decided. */
export async function lastWord(world: World): Promise<{ readonly page: Page; readonly panel: Frame }> {
  const ids = groupOf(world.platform.standIn.state(), 555).slice(0, 3);
  const rows = ids.map(({ id }) => [String(id), 'Entirely new']);
  const { page, panel } = await panelOn(world);
  await reviewSheet(panel, { name: 'three.csv', text: sheetText([['Credential ID', 'Grade'], ...rows]) });
  await updateButton(panel).click();
  await expect(panel.getByRole('button', { name: 'Update now' })).toBeVisible();
  return { page, panel };
}

/** Presses where the button is, whatever lies there. */
export async function pressUpdateNow(page: Page, panel: Frame): Promise<void> {
  const box = await panel.getByRole('button', { name: 'Update now' }).boundingBox();
  if (box === null) throw new Error('the button is not drawn');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Waits, by the panel's own clock, until a press counts again after the last change. */
export async function untilUndisturbed(panel: Frame): Promise<void> {
  const clock = () => panel.evaluate(() => performance.now());
  const from = await clock();
  await expect.poll(clock).toBeGreaterThan(from + UNDISTURBED_MS);
}

/** Presses "Update now" once, and sees that it was done. */
export async function expectDone(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Update now' }).click();
  await runIsFinished(panel);
  expect(await resultOf(panel)).toMatchObject({ updated: 3, failed: 0 });
  expect(await seesItself(panel)).toBe(true);
}

/** Whether the panel, with its topmost dialog, is what the browser would paint there. */
export function seesItself(panel: Frame): Promise<boolean> {
  return panel.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const options: IntersectionObserverInit = { threshold: 0 };
        // The second version of the observer, which TypeScript does not know yet.
        Object.assign(options, { trackVisibility: true, delay: 100 });
        const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
        const observer = new IntersectionObserver(([entry]) => {
          observer.disconnect();
          done((entry as IntersectionObserverEntry & { isVisible: boolean }).isVisible);
        }, options);
        observer.observe(top);
      }),
  );
}
