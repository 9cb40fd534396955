/** Attribute of our two elements on the page: its value says which one. */
const OWN = 'data-update-credentials';

/** Selector of our panel on the page. */
export const OWN_PANEL = `[${OWN}="panel"]`;

/**
 * Makes an element of ours for the page. Its name is `div`, for which a page can define no class.
 * An element with a hyphen in its name is made by the page's own class where it has defined one,
 * and that class is given its shadow root, closed or not (`ElementInternals.shadowRoot`): with it
 * the panel's address, and a hand on its styles.
 */
export function ownElement(document: Document, which: 'tab' | 'panel'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute(OWN, which);
  return element;
}
