import { expect, type Frame } from '@playwright/test';

/** Rows of the grid that are seen whole, below its head. */
export async function rowsSeen(panel: Frame): Promise<number> {
  return panel.getByRole('grid', { name: 'Changes' }).evaluate((grid) => {
    const seen = grid.getBoundingClientRect();
    const head = grid.querySelector('.grid-head')?.getBoundingClientRect().bottom ?? seen.top;
    const foot = document.querySelector('.foot')?.getBoundingClientRect().top ?? window.innerHeight;
    const bottom = Math.min(seen.bottom, foot);
    return Array.from(grid.querySelectorAll('.grid-row'), (row) => row.getBoundingClientRect()).filter(
      (row) => row.top >= head - 1 && row.bottom <= bottom + 1,
    ).length;
  });
}

/** The panel's parts scroll, the panel does not. */
export async function expectNothingBelow(panel: Frame): Promise<void> {
  await expect
    .poll(() => panel.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
    .toBe(0);
}
