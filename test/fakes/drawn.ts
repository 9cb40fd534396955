import { parseHTML } from 'linkedom';
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';

/** A page without a browser, in which parts of the panel are drawn, with their effects. */
export interface DrawnPage {
  readonly body: HTMLElement;
  /** Draws a part in the place of the one before, as a new state of the session does. */
  readonly draw: (part: ComponentChild) => void;
  /** Presses the button with this text, and lets the page draw what came of it. */
  readonly press: (text: string) => void;
  /** The element that was given the keyboard last; null: none was. */
  readonly focused: () => Element | null;
}

/** Does `work` on such a page, and takes it away again with all that its effects have begun. */
export function onPage<T>(work: (page: DrawnPage) => T): T {
  const { document, Event, HTMLElement } = parseHTML('<!doctype html><html><body></body></html>');
  const { body } = document;
  const focused: Element[] = [];
  const draw = (part: ComponentChild) => void act(() => render(part, body));
  const press = (text: string) => {
    const button = [...body.querySelectorAll('button')].find((one) => one.textContent === text);
    if (button === undefined) throw new Error(`there is no button ${text}`);
    // It does not bubble: linkedom would call the listener of the button again for each parent.
    void act(() => void button.dispatchEvent(new Event('click')));
  };
  const restore = [
    replaced(globalThis, 'document', document),
    replaced(globalThis, 'navigator', { userAgent: '' }),
    replaced(HTMLElement.prototype, 'focus', function focus(this: Element) {
      focused.push(this);
    }),
  ];
  const end = () => {
    draw(null);
    for (const one of restore) one();
  };
  const page = { body, draw, press, focused: () => focused.at(-1) ?? null }; // none yet
  let given: T;
  try {
    given = work(page);
  } catch (error) {
    end();
    throw error;
  }
  // Work that waits has the page until it is done.
  if (given instanceof Promise) return given.finally(end) as T;
  end();
  return given;
}

/** The text of a part, as it is drawn. */
export function drawnText(part: ComponentChild): string {
  return onPage(({ body, draw }) => {
    draw(part);
    return body.textContent;
  });
}

/** Puts a value in the place of a property, and gives what puts the old one back. */
function replaced(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (before === undefined) Reflect.deleteProperty(target, name);
    else Object.defineProperty(target, name, before);
  };
}
