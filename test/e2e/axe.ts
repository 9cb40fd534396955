import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import axeCore from 'axe-core';

/** A violation as axe tells it. */
export interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string | undefined }[];
}

/** Elements of ours in the host page; the rest of it is the dashboard's. */
const OURS = '[data-update-credentials="tab"], [data-update-credentials="panel"]';

/**
 * All that axe finds in what is ours of the host page, and in the panel over it. The panel's frame
 * lies in a closed shadow root, where axe does not find it from the page, so the panel is looked at
 * by itself.
 */
export async function violationsIn(page: Page, panel: Frame): Promise<readonly Violation[]> {
  const ofPage = await new AxeBuilder({ page }).include(OURS).analyze();
  // The builder looks at its results in a page of its own, which it opens in front of this one.
  await page.bringToFront();
  await panel.evaluate(axeCore.source);
  const ofPanel = await panel.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return [...ofPage.violations, ...ofPanel];
}
