import { parseHTML } from 'linkedom';
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';

/** A page without a browser, in which parts of the panel are drawn, with their effects. */
export interface DrawnPage {
  readonly body: HTMLElement;
  /** Draws a part in the place of the one before, as a new state of the session does. */
  readonly draw: (part: ComponentChild) => void;
}

/** Does `work` on such a page, and takes it away again with all that its effects have begun. */
export function onPage<T>(work: (page: DrawnPage) => T): T {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { body } = document;
  const draw = (part: ComponentChild) => void act(() => render(part, body));
  Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
  try {
    return work({ body, draw });
  } finally {
    draw(null);
    Reflect.deleteProperty(globalThis, 'document');
  }
}

/** The text of a part, as it is drawn. */
export function drawnText(part: ComponentChild): string {
  return onPage(({ body, draw }) => {
    draw(part);
    return body.textContent;
  });
}
