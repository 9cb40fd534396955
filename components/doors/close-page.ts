import { groupPageOf } from '../../lib/platform/page-url';
import { clearDocument } from './clear-document';
import { CLOSED_ELEMENTS } from './closed-names';
import { closeGlobals, type Realm } from './close-globals';

/** The part of the Navigation API that is used; Firefox had none before 147. */
interface Navigate extends Event {
  readonly destination: { readonly url: string };
  readonly downloadRequest: string | null;
}

/**
 * Closes the ways out of a page of the extension: the names that talk, the elements that load, the
 * windows and addresses that could carry something away. What is left: a link that a person
 * presses, files that are saved, our own pages, and the group's page on the dashboard.
 */
export function closePage(view: Window & Realm): void {
  closeGlobals(view);
  closeElements(view);
  clearDocument(view.document, view);
  closeTrustedTypes(view);
  closeWindows(view);
  closeLinks(view);
  closeForms(view);
  const { navigation } = view as { readonly navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    // missing: older Firefox (docs/limits.md)
    const { destination, downloadRequest } = event as Navigate;
    if (!mayGo(destination.url, view.location.origin, downloadRequest !== null)) event.preventDefault();
  });
}

/**
 * Whether a page of ours may go to this address by itself. `isDownload`: it is saved, not shown.
 */
export function mayGo(address: string, ownOrigin: string, isDownload: boolean): boolean {
  const url = new URL(address);
  // A blob is a file that was made here; shown as a page it would be a program without our policy.
  if (url.protocol === 'blob:') return isDownload && url.pathname.startsWith(`${ownOrigin}/`);
  if (`${url.protocol}//${url.host}` === ownOrigin) return !isDownload;
  // Nothing but the number of the group goes along.
  return !isDownload && url.protocol === 'https:' && groupPageOf(url) !== null && isBare(url);
}

/** Whether nothing in it could carry a value: user, port, query, fragment, a path of one's own. */
function isBare(url: URL): boolean {
  const path = /^\/issuer\/dashboard\/group\/\d{1,18}\/information-and-appearance$/;
  const extras = [url.username, url.password, url.port, url.search, url.hash];
  return path.test(url.pathname) && extras.every((extra) => extra === '');
}

/**
 * Gives an element of no kind for those that load something: it does nothing. Nothing is thrown,
 * because the loader of our own late parts makes a link at its start, to see what that can do.
 */
function closeElements({ Document, CustomElementRegistry }: Window & Realm): void {
  // An element of one's own that extends `iframe` is made by its constructor, without a name.
  replace(CustomElementRegistry.prototype, 'define', () => () => undefined);
  const makeInNamespace = Reflect.get(Document.prototype, 'createElementNS') as Callable;
  const isClosed = (name: string) => CLOSED_ELEMENTS.has(name.toLowerCase().replace(/^.*:/, ''));
  replace(
    Document.prototype,
    'createElement',
    (make) =>
      function (this: Document, ...args: unknown[]) {
        const name = String(args[0]);
        if (isClosed(name)) return Reflect.apply(makeInNamespace, this, [null, name]);
        return Reflect.apply(make, this, [name, ...args.slice(1)]);
      },
  );
  replace(
    Document.prototype,
    'createElementNS',
    (make) =>
      function (this: Document, ...args: unknown[]) {
        const name = String(args[1]);
        return Reflect.apply(make, this, [isClosed(name) ? null : args[0], name, ...args.slice(2)]);
      },
  );
}

/** The only script that may be started by its address is the sheet worker's. */
function closeTrustedTypes(view: Window & Realm): void {
  const { trustedTypes } = view as {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: Record<string, (text: string) => string | null>): void;
    };
  };
  trustedTypes?.createPolicy('default', {
    // missing: older browsers, where the policy says nothing of it
    createScriptURL: (address) => {
      const url = new URL(address, view.location.href);
      return url.protocol === view.location.protocol && url.pathname === '/closed-worker.js' ? address : null;
    },
  });
}

function closeWindows(view: Window & Realm): void {
  replace(
    view,
    'open',
    (open) =>
      function (this: unknown, ...args: unknown[]) {
        const address = new URL(typeof args[0] === 'string' ? args[0] : '', view.location.href); // missing: an empty window
        const isOurs =
          `${address.protocol}//${address.host}` === view.location.origin &&
          address.pathname.endsWith('.html');
        return isOurs ? Reflect.apply(open, view, [address.href, '_blank', 'noopener']) : null;
      },
  );
}

/** A link that no person presses only saves files. Also one that is in no document. */
function closeLinks({
  EventTarget,
  HTMLElement,
  HTMLAnchorElement,
  Element,
  location,
}: Window & Realm): void {
  const leads = (target: unknown): boolean => {
    const link = target instanceof Element ? target.closest('a, area') : null;
    if (link === null) return false;
    if (!(link instanceof HTMLAnchorElement) || !link.hasAttribute('download'))
      return link.hasAttribute('href');
    return !mayGo(link.href, location.origin, true);
  };
  replace(
    HTMLElement.prototype,
    'click',
    (click) =>
      function (this: HTMLElement, ...args: unknown[]) {
        return leads(this) ? undefined : Reflect.apply(click, this, args);
      },
  );
  replace(
    EventTarget.prototype,
    'dispatchEvent',
    (dispatch) =>
      function (this: EventTarget, ...args: unknown[]) {
        const [event] = args;
        if (event instanceof Event && event.type === 'click' && leads(this)) return false;
        return Reflect.apply(dispatch, this, args);
      },
  );
}

/**
 * A form of ours closes its dialog and nothing else. The policy refuses the others as well, but a
 * browser connects to an address before it asks the policy about it.
 */
function closeForms(view: Window & Realm): void {
  const { HTMLFormElement } = view;
  replace(HTMLFormElement.prototype, 'submit', () => () => undefined);
  const refuse = (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLFormElement && target.hasAttribute('action')) event.preventDefault();
  };
  view.addEventListener('submit', refuse, { capture: true });
}

type Callable = (...args: unknown[]) => unknown;

/** Puts another function in the place of a method, for good. */
function replace(target: object, name: string, make: (before: Callable) => Callable): void {
  const before = Reflect.get(target, name) as Callable;
  Object.defineProperty(target, name, { value: make(before), writable: false, configurable: false });
}
