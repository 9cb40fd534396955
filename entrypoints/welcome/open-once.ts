import { browser } from 'wxt/browser';
import { openFirstPage } from '../../lib/rpc/background/first-page';
import { openOwnTab } from '../address/go-to';

/** Name of the note that the page was opened; "Delete everything" leaves it. */
export const FIRST_PAGE_NAME = 'first-page';

/**
 * Opens the first page for an event `onInstalled` of the browser, where it is its time. `managed`
 * gives what the organisation has set.
 */
export function openOnce(reason: string, managed: () => Promise<unknown>): Promise<void> {
  const { local } = browser.storage;
  return openFirstPage(reason, {
    wasOpened: async () => (await local.get(FIRST_PAGE_NAME))[FIRST_PAGE_NAME] === true,
    note: () => local.set({ [FIRST_PAGE_NAME]: true }),
    managed,
    open: () => openOwnTab('/welcome.html'),
  });
}
