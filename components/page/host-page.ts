import { OWN_PANEL } from './own-element';

/**
 * Everything that is assumed of the dashboard's page, in one place. Nothing of its DOM is
 * documented (docs/platform.md, Hosts: "?"), so only what ARIA fixes is used, and each thing may be
 * missing. Last looked at: 2026-11-22, on the stand-in only.
 */

/** The group page's own tab bar, or null. Tab bars of dialogs and of our own are not it. */
export function findTabBar(document: Pick<Document, 'querySelectorAll'>): HTMLElement | null {
  for (const bar of document.querySelectorAll<HTMLElement>('[role="tablist"]')) {
    if (bar.closest(`[role="dialog"], [role="alertdialog"], dialog, ${OWN_PANEL}`) !== null) continue;
    if (bar.querySelectorAll('[role="tab"]').length > 0) return bar;
  }
  return null;
}
