import { readPolicy } from './read-policy';

/** Browser's part in opening the first page. */
export interface FirstPage {
  readonly wasOpened: () => Promise<boolean>;
  readonly note: () => Promise<unknown>;
  /** Gives what the organisation has set, as the browser has it (docs/policies.md). */
  readonly managed: () => Promise<unknown>;
  readonly open: () => Promise<unknown>;
}

/**
 * Opens the first page once, after the installation (docs/product.md 1). `reason`: why the browser
 * says that the extension was installed ("install", "update", "chrome_update", ...). A folder that
 * is named on the browser's command line may count as installed at each start: "install" alone does
 * not mean that it is new. It is noted before it opens, so that a failure never opens it twice.
 */
export async function openFirstPage(reason: string, page: FirstPage): Promise<void> {
  if (reason !== 'install' || (await page.wasOpened())) return;
  if (!readPolicy(await page.managed()).mayOpenFirstPage) return;
  await page.note();
  await page.open();
}
