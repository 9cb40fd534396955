import { browser } from 'wxt/browser';
import type { GroupPage } from '../../lib/platform/environment';
import { dashboardOrigin } from '../../lib/platform/hosts';
import { groupPagePath } from '../../lib/platform/page-url';

/*
 * The one file that opens addresses (docs/security.md, Ways out of the panel). Each is a page of
 * ours or the group's page, made here from an environment and a number: no text of a sheet can be
 * part of it. ESLint refuses it everywhere else (.config/no-navigation.js).
 */

/**
 * Opens a page of the extension in a new tab. By its own origin: `getURL` gives the dynamic address
 * of a web-accessible page, which no tab may open. Without an opener, because a tab that the host
 * page's frame has opened gets none of the extension's API (Chromium 156). `path`: begins with "/".
 */
export function openOwnPage(path: string): void {
  window.open(location.origin + path, '_blank', 'noopener');
}

/**
 * The same from the background, which has no window, and from the popup, which the browser closes
 * as soon as another tab is in front.
 */
export async function openOwnTab(path: string): Promise<void> {
  await browser.tabs.create({ url: location.origin + path });
}

/** Goes to the group's page on the dashboard, in this tab. */
export function goToGroup({ environment, groupId }: GroupPage): void {
  location.assign(dashboardOrigin(environment) + groupPagePath(groupId));
}
