import { findTabBar } from './host-page';
import { ownElement } from './own-element';

/** The tab on the host page. */
export interface PageTab {
  /**
   * Puts the tab where it belongs now, or does nothing when it is there. Single-page apps replace
   * their tab bar.
   */
  place(): void;
  remove(): void;
  setExpanded(expanded: boolean): void;
  focus(): void;
}

/**
 * Makes the "Update Credentials" tab: in the page's own tab bar where there is one, else at the
 * same place (top right) by itself, then as a button (docs/product.md 1). The tab holds nothing of
 * the sheet, so the page may see it.
 */
export function createPageTab(document: Document, label: string, onOpen: () => void): PageTab {
  const host = ownElement(document, 'tab');
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.textContent = label;
  tab.setAttribute('aria-haspopup', 'dialog');
  host.append(tab);
  // The page must not take the click for one of its own tabs.
  host.addEventListener('click', (event) => {
    event.stopPropagation();
    // A press that the page has made up is none of the admin's.
    if (event.isTrusted) onOpen();
  });
  host.addEventListener('keydown', (event) => event.stopPropagation());

  return {
    place() {
      const bar = findTabBar(document);
      const parent = bar ?? document.body;
      if (host.parentElement === parent) return;
      host.toggleAttribute('data-alone', bar === null);
      if (bar === null) {
        tab.removeAttribute('role');
        tab.removeAttribute('aria-selected');
      } else {
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-selected', 'false');
      }
      parent.append(host);
    },
    remove() {
      host.remove();
    },
    setExpanded(expanded) {
      tab.setAttribute('aria-expanded', String(expanded));
    },
    focus() {
      tab.focus();
    },
  };
}
