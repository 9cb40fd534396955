import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type Page } from '@playwright/test';

/** The gallery's page in the browser of this worker, and what its console has said of errors. */
export interface GalleryPage {
  readonly page: Page;
  /** Since the last call. */
  takeErrors(): readonly string[];
}

/** One page for all tests of a worker: going from state to state loads nothing. */
export const test = base.extend<object, { gallery: GalleryPage }>({
  gallery: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ reducedMotion: 'reduce' });
      let errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(process.env['GALLERY_ADDRESS'] ?? ''); // the global set-up has said it
      await page.waitForFunction(() => window.drawGallery !== undefined);
      await use({
        page,
        takeErrors() {
          const said = errors;
          errors = [];
          return said;
        },
      });
      await page.close();
    },
    { scope: 'worker' },
  ],
});

/**
 * Shows a state without loading anything, in light colours, 1280 wide. `words`: "english", "long"
 * (longer messages), or a language ("de").
 */
export async function showState(page: Page, state: string, words = 'english'): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(async (options) => {
    history.pushState(null, '', options);
    await window.drawGallery?.(); // set: the page was waited for
  }, `?state=${state}&words=${words}`);
}

/** Findings of axe: each rule with the elements that break it. */
export async function violations(
  page: Page,
  rules: { readonly only?: string; readonly without?: string } = {},
): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // There are no frames in it: then the old way finds the same, without a page of its own for each
  // result. The page stays: axe is read into it once.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode(true)
    // Targets of at least 24 px (WCAG 2.5.8): off by default.
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  if (rules.only !== undefined) axe.withRules(rules.only);
  if (rules.without !== undefined) axe.disableRules(rules.without);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

/**
 * The buttons of a step stay in sight: what lies below the window's edge, 800 high. Only a list in
 * the step scrolls.
 */
export async function belowTheEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.foot')]
      .map((one) => Math.round(one.getBoundingClientRect().bottom - innerHeight))
      .filter((below) => below > 0)
      .map((below) => `the foot ends ${below} px below the edge at ${innerWidth} wide`),
  );
}

/**
 * What is wider than its room at this width, in both directions: the document, or a part that
 * scrolls and should not have to. The grid of changes and the preview of a sheet have as many
 * columns as the sheet, and the review has a filter for each.
 */
export async function overflowAt(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(
    ({ at, mayScroll }) =>
      ['ltr', 'rtl'].flatMap((direction) => {
        document.documentElement.dir = direction;
        return [...document.querySelectorAll('html, body *')]
          .filter((one) => {
            if (one.matches(mayScroll) || one.scrollWidth <= one.clientWidth + 1) return false;
            return one.matches('html') || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
          })
          .map(
            (one) =>
              `${at} ${direction}: ${one.tagName} ${one.className}: ${one.scrollWidth} in ${one.clientWidth}`,
          );
      }),
    { at: width, mayScroll: '.grid, .preview, .chips' },
  );
}

/**
 * Names, headings and the like whose end is not seen at this width, in both directions. Values may
 * be cut, and are whole elsewhere; what we say ourselves may not.
 */
export async function cutOff(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(
    (at) =>
      ['ltr', 'rtl'].flatMap((direction) => {
        document.documentElement.dir = direction;
        return [...document.querySelectorAll('button, h1, h2, h3, label, legend, summary, th, dt, a, p')]
          .filter((one) => {
            const ours = [...one.childNodes].some(
              (node) => node.nodeType === Node.TEXT_NODE && /^\s*\[/.test(node.textContent ?? ''), // a text has one
            );
            const { overflowX, clipPath } = getComputedStyle(one);
            return (
              ours &&
              // Nobody sees it: it is for screen readers.
              clipPath !== 'inset(50%)' &&
              overflowX !== 'visible' &&
              one.scrollWidth > one.clientWidth + 1
            );
          })
          .map((one) => `${at} ${direction}: ${one.tagName} ${one.className}: ${one.textContent}`);
      }),
    width,
  );
}

/** The buttons of rows with errors that are not seen whole at this width, in both directions. */
export async function fixesBeyondGrid(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(
    (at) =>
      ['ltr', 'rtl'].flatMap((direction) => {
        document.documentElement.dir = direction;
        const grid = document.querySelector('.grid')?.getBoundingClientRect();
        return [...document.querySelectorAll('.row-actions > *')]
          .filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return grid !== undefined && (left < grid.left || right > grid.right);
          })
          .map((one) => `${at} ${direction}: ${one.textContent}`);
      }),
    width,
  );
}

/** How many pixels stand above the first row of the grid at this width. */
export async function chromeAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => {
    document.documentElement.dir = 'ltr';
    return document.querySelector('.grid-body')?.getBoundingClientRect().top ?? Infinity;
  });
}

/** Wider text, as a reader may set it (WCAG 1.4.12). */
const TEXT_SPACING = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
`;

/**
 * Text that is cut at this width when a reader sets it wider: buttons and labels whose words do not
 * fit, and parts that hide what flows out of them. An ellipsis says itself that it cuts.
 */
export async function cutByTextSpacing(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(
    ({ at, style }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets.push(sheet);
      const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
        const { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath } = getComputedStyle(one);
        // Nobody sees it: it is for screen readers.
        if (clipPath === 'inset(50%)') return false;
        if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return false;
        // Typed text scrolls in its field.
        if (one.matches('input, textarea, select')) return false;
        if (one.closest('.visually-hidden, [hidden], dialog:not([open])') !== null) return false;
        const hidesX = ['hidden', 'clip'].includes(overflowX) || one.matches('button, .chip, .mark');
        const hidesY = ['hidden', 'clip'].includes(overflowY) || one.matches('button');
        return (
          (hidesX && one.scrollWidth > one.clientWidth + 1) ||
          (hidesY && one.scrollHeight > one.clientHeight + 1)
        );
      });
      document.adoptedStyleSheets.pop();
      return cut.map(
        (one) => `wider text at ${at}: ${one.tagName} ${one.className}: ${one.textContent.slice(0, 60)}`,
      );
    },
    { at: width, style: TEXT_SPACING },
  );
}

/**
 * Takes each button of the step and of a dialog out of the page while it has the keyboard, as its
 * own press may do: those with which the keyboard is lost. The state is spoilt by it.
 */
export async function lostWithButtons(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const lost: string[] = [];
    for (const button of document.querySelectorAll<HTMLElement>('main button, aside button, dialog button')) {
      button.focus();
      if (document.activeElement !== button) continue; // disabled, unseen, or below a dialog
      const name = `${button.className}: ${button.textContent}`;
      button.remove();
      await Promise.resolve(); // what watches the page comes with the microtasks
      const { activeElement } = document;
      if (activeElement === document.body) lost.push(name);
    }
    return lost;
  });
}
