import { expect, type Frame, type Page } from '@playwright/test';
import { panelOn, test, type World } from './extension-test';
import { expectDone, lastWord, pressUpdateNow, seesItself, untilUndisturbed } from './last-word';
import { writesOf } from '../platform/platform-watch';

/*
 * docs/security.md: a page that makes the admin press "Update now" without seeing it. Each attack
 * is the page's own script; the press is the browser's own, at the place of the button.
 */

/** Styles of the one element of ours that the page can reach, and of the whole page. */
const STYLES = [
  'opacity: 0.01',
  'filter: blur(9px)',
  'mask-image: linear-gradient(transparent, transparent)',
  'clip-path: polygon(0 0, 1px 0, 1px 1px)',
  'transform: translate(-200px, 40px)',
  'translate: -90px',
  'mix-blend-mode: multiply',
  'visibility: hidden',
  'direction: rtl',
];

/** [what, what lies over the panel]; the last part of each rule takes no press. */
const COVERS: readonly (readonly [string, string])[] = [
  ['the whole panel', 'inset: 0; background: white'],
  ['a part of it', 'right: 300px; top: 10px; width: 200px; height: 60px; background: white'],
  ['it, hardly to be seen', 'inset: 0; background: rgb(0 0 0 / 0.01)'],
  [
    'it by the shadow of something else',
    'left: 0; top: 0; width: 1px; height: 1px; box-shadow: 0 0 0 3000px white',
  ],
  ['it by turning its colours', 'inset: 0; backdrop-filter: invert(1)'],
];

const HOST = '[data-update-credentials="panel"]';

async function expectRefused(world: World, panel: Frame, why: RegExp): Promise<void> {
  const refused = panel.getByRole('dialog', { name: 'Nothing was done' });
  await expect(refused).toContainText(why);
  await expect(refused.getByRole('button', { name: 'Open in a tab' })).toBeVisible();
  await refused.getByRole('button', { name: 'Back' }).click();
  await expect(refused).toBeHidden();
  expect(writesOf(world.platform.standIn)).toEqual([]);
}

test(
  'styles of the page, and of our element, do not get at the panel: it is drawn with them as without',
  { tag: '@long' },
  async ({ world }) => {
    const { page } = await lastWord(world);
    for (const style of STYLES) {
      for (const target of [HOST, 'html']) {
        await expect(async () => {
          const attacked = await drawnWith(page, target, style);
          expect(attacked.equals(await page.screenshot()), `${target} { ${style} }`).toBe(true);
        }).toPass({ timeout: 15_000 });
      }
    }
  },
);

test('a page that covers the panel gets no press, and an honest one counts', async ({ world }) => {
  const { page, panel } = await lastWord(world);
  for (const [what, rule] of COVERS) {
    await cover(page, rule, 'stays');
    // Long enough for a decoy to be read; the browser looks ten times a second.
    await expect.poll(() => seesItself(panel), { message: what }).toBe(false);
    await pressUpdateNow(page, panel);
    await uncover(page);
    await expectRefused(world, panel, /lies over this panel/);
    await expect.poll(() => seesItself(panel)).toBe(true);
  }

  // It comes and goes, so that it is away at the very moment of the press.
  await cover(page, 'inset: 0; background: white', 'comes and goes');
  await expect.poll(() => seesItself(panel)).toBe(false);
  await pressUpdateNow(page, panel);
  await uncover(page);
  await expectRefused(world, panel, /lies over this panel|has just moved/);

  // A script presses it. (No page can: it would have to be in the panel.)
  await panel.getByRole('button', { name: 'Update now' }).dispatchEvent('click');
  await expectRefused(world, panel, /A program pressed this button/);

  await untilUndisturbed(panel);
  await expectDone(panel);
});

/** Lays something that takes no press over the panel, in the browser's top layer. */
async function cover(page: Page, rule: string, how: 'stays' | 'comes and goes'): Promise<void> {
  await page.evaluate(
    ([css, comesAndGoes]) => {
      const cover = document.createElement('div');
      cover.id = 'attack';
      cover.popover = 'manual';
      cover.style.cssText = `all: initial; position: fixed; pointer-events: none; ${css}`;
      document.documentElement.append(cover);
      cover.showPopover();
      if (!comesAndGoes) return;
      const turn = () => {
        if (!cover.isConnected) return;
        cover.style.display = cover.style.display === 'none' ? 'block' : 'none';
        setTimeout(turn, 200);
      };
      turn();
    },
    [rule, how === 'comes and goes'] as const,
  );
}

async function uncover(page: Page): Promise<void> {
  await page.evaluate(() => document.getElementById('attack')?.remove());
}

/** The page as it is drawn while it has styled itself, or our element, by rules and by hand. */
async function drawnWith(page: Page, target: string, style: string): Promise<Buffer> {
  await page.evaluate(
    ([selector, rule]) => {
      const sheet = document.createElement('style');
      sheet.id = 'attack';
      sheet.textContent = `${selector}${selector}, ${selector} { ${rule} !important }`;
      document.head.append(sheet);
      for (const one of document.querySelectorAll<HTMLElement>(selector)) one.style.cssText = rule;
    },
    [target, style] as const,
  );
  const drawn = await page.screenshot();
  await page.evaluate((selector) => {
    document.getElementById('attack')?.remove();
    document.querySelector(selector)?.removeAttribute('style');
  }, target);
  return drawn;
}

test(
  'a page that goes to another group, or frames the panel itself, gets nothing',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await lastWord(world);
    // The page has no hand on the frame. Were it to find out the address all the same:
    const address = (await (await panel.frameElement()).getAttribute('src')) ?? ''; // it has one
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(address);
    await page.evaluate((host) => {
      history.pushState(null, '', '/issuer/dashboard/group/556/credentials');
      for (const one of document.querySelectorAll<HTMLElement>(host)) {
        one.hidden = false;
        one.style.cssText = 'display: block !important';
      }
    }, HOST);
    // The work stays in it, out of sight, until the page is at its group again.
    await expect(panel.getByRole('button', { name: 'Update now' })).toBeHidden();
    expect(await (await panel.frameElement()).isVisible()).toBe(false);

    await page.evaluate((source) => {
      history.pushState(null, '', '/issuer/dashboard/group/555/credentials');
      const frame = document.createElement('iframe');
      frame.src = source;
      frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; z-index: 2147483647';
      document.documentElement.append(frame);
      setInterval(() => {
        const message = { kind: 'update-credentials:opened', token: 'made-up' };
        frame.contentWindow?.postMessage(message, '*');
      }, 50);
    }, address);
    const framed = await (await page.locator('iframe').elementHandle()).contentFrame();
    if (framed === null) throw new Error('the page has no frame of its own');
    await framed.getByRole('button', { name: 'History' }).click();
    await framed.getByRole('button', { name: 'Delete everything stored on this computer' }).click();
    await framed.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(framed.getByRole('dialog', { name: 'Nothing was done' })).toContainText(
      'a place of its own',
    );
    expect(writesOf(world.platform.standIn)).toEqual([]);
  },
);

test(
  'Upload says that the page has the keyboard, and that it has covered the panel',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await panelOn(world);
    const hasKeys = panel.getByText('The page has the keyboard');
    const covered = panel.getByRole('alert').filter({ hasText: 'has covered or changed this panel' });
    await page.evaluate(() => {
      const thief = document.createElement('input');
      document.documentElement.append(thief);
      thief.focus();
    });
    await expect(hasKeys).toBeVisible();
    await expect(covered).toHaveCount(0);
    await cover(page, 'inset: 0; background: white', 'stays');
    await expect(covered).toHaveCount(1);
    // Also when it has gone: what was dropped meanwhile, the page has.
    await uncover(page);
    await expect.poll(() => seesItself(panel)).toBe(true);
    await expect(covered.getByRole('button', { name: 'Open in a tab' })).toBeVisible();
  },
);
