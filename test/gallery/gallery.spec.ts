import { expect } from '@playwright/test';
import {
  belowTheEdge,
  chromeAt,
  cutOff,
  cutByTextSpacing,
  fixesBeyondGrid,
  lostWithButtons,
  overflowAt,
  showState,
  test,
  violations,
  type GalleryPage,
} from './gallery-page';
import { takeInLanguage, takePictures } from './pictures';
import { STATES } from './states/all';

/*
 * Each state of the panel (docs/product.md 4, "Made for everyone"): by axe, and at several widths
 * in both directions.
 */

/** States of the review with rows: the rows matter most. */
const CHROME_IS_MEASURED = new Set([
  'review-ready',
  'review-warnings',
  'review-errors',
  'review-100-000-rows',
]);
/** Colours that the panel has. */
const SCHEMES = ['light', 'dark'] as const;
/** The rule of axe about the colours of a text and of what lies behind it. */
const CONTRAST = 'color-contrast';
/** Set to take pictures instead: of the states that have this in their names. */
const PICTURES = process.env['GALLERY_PICTURES'];
/** Set to take them in this language alone. */
const LANGUAGE = process.env['GALLERY_LANGUAGE'];

if (PICTURES === undefined) {
  // Other languages are a third longer, and Arabic is written from right to left: everything is
  // looked at in both directions.
  const inLongerWords = async (
    { page, ...gallery }: GalleryPage,
    state: string,
    widths: readonly number[],
  ) => {
    await showState(page, state, 'long');
    const beyond: string[] = [];
    for (const width of widths)
      beyond.push(
        ...(await overflowAt(page, width)),
        ...(await belowTheEdge(page)),
        ...(await cutOff(page, width)),
        ...(await fixesBeyondGrid(page, width)),
      );
    expect.soft(beyond, 'what does not fit').toEqual([]);
    expect(gallery.takeErrors()).toEqual([]);
  };
  for (const [state] of STATES) {
    test(`${state}, in longer words`, async ({ gallery }) => inLongerWords(gallery, state, [800]));
    test(`${state}, in longer words, narrow and wide`, { tag: '@long' }, async ({ gallery }) =>
      inLongerWords(gallery, state, [400, 1280]),
    );
  }

  for (const [index, [state]] of STATES.entries()) {
    // Contrast costs five times as much as all other rules of axe together, and most of what is
    // drawn is in several states. So it is measured here in every twelfth state in each scheme, and
    // in the long run in all that is left.
    const scheme = SCHEMES[index % 12];

    test(state, async ({ gallery }) => {
      const { page } = gallery;
      await showState(page, state);
      await page.emulateMedia({ colorScheme: scheme ?? 'light' });
      const rules = scheme === undefined ? { without: CONTRAST } : {};
      expect.soft(await violations(page, rules), `axe in ${scheme ?? 'light'} colours`).toEqual([]);
      const beyond: string[] = [];
      for (const width of [400, 1280])
        beyond.push(
          ...(await overflowAt(page, width)),
          ...(await belowTheEdge(page)),
          ...(await fixesBeyondGrid(page, width)),
        );
      beyond.push(...(await cutByTextSpacing(page, 1280)));
      if (CHROME_IS_MEASURED.has(state)) {
        expect.soft(await chromeAt(page, 1280), 'above the first row, 1280 wide').toBeLessThanOrEqual(150);
        expect.soft(await chromeAt(page, 800), 'above the first row, 800 wide').toBeLessThanOrEqual(190);
      }
      expect.soft(beyond, 'what does not fit').toEqual([]);
      expect.soft(await lostWithButtons(page), 'the keyboard is lost with').toEqual([]);
      expect(gallery.takeErrors()).toEqual([]);
    });

    test(`${state}, in other colours and at other widths`, { tag: '@long' }, async ({ gallery }) => {
      const { page } = gallery;
      await showState(page, state);
      // The scheme decides about colours and about nothing else.
      for (const other of SCHEMES.filter((one) => one !== scheme)) {
        await page.emulateMedia({ colorScheme: other });
        const found = await violations(page, { only: CONTRAST });
        expect.soft(found, `contrast in ${other} colours`).toEqual([]);
      }
      // Narrow, as some of what is drawn is another thing there. Colours are the system's, and so
      // is their contrast.
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      await page.setViewportSize({ width: 400, height: 800 });
      expect
        .soft(await violations(page, { without: CONTRAST }), 'axe in forced colours, 400 wide')
        .toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
      const beyond: string[] = [];
      for (const width of [800, 1440])
        beyond.push(...(await overflowAt(page, width)), ...(await belowTheEdge(page)));
      expect.soft(beyond, 'what does not fit').toEqual([]);
      expect(gallery.takeErrors()).toEqual([]);
    });
  }
} else
  for (const [state] of STATES)
    if (state.includes(PICTURES))
      test(`pictures of ${state}`, async ({ gallery }) => {
        if (LANGUAGE === undefined) await takePictures(gallery.page, state);
        else expect(await takeInLanguage(gallery.page, state, LANGUAGE)).toEqual([]);
        expect(gallery.takeErrors()).toEqual([]);
      });
