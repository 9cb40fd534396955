/*
 * The ways of a hostile page to find out which extension is there, and to get a hand on its panel.
 * The functions are sent into the page as a text, so they use nothing from outside.
 */

/** The spy's own part of the page's window. */
interface Spying {
  readonly spied: {
    readonly note: (what: string, seen: unknown) => void;
    readonly texts: string[];
  };
}

/** Said by the spy where it is at work: silence is no deafness. */
export const CONTROLS = ['control message', 'control root', 'control-report'] as const;

/** Sent into the page before the panel is opened: listens to all that a page can hear. */
export function spyOnExtension(): void {
  const texts: string[] = [];
  const told = (value: unknown): string => {
    if (value instanceof ShadowRoot) return `root ${value.innerHTML}`;
    if (value instanceof Element) {
      const root = value.getRootNode();
      return `element ${value.outerHTML} in ${root instanceof ShadowRoot ? root.innerHTML : root.nodeName}`;
    }
    if (value instanceof Node) return value.nodeName;
    try {
      return typeof value === 'string' ? value : JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  const note = (what: string, seen: unknown) => void texts.push(`${what}: ${told(seen)}`);
  Object.assign(window, { spied: { note, texts } });

  window.addEventListener('message', hearMessage, true);
  function hearMessage({ origin, data, source, ports }: MessageEvent<unknown>) {
    // With the source it had a hand on the frame: to take it elsewhere, and to talk to the panel.
    const from = source === window ? 'the page' : source === null ? 'nobody' : 'another window';
    note('message', [origin, told(data), from, ports.length]);
  }
  window.postMessage('control message');

  window.addEventListener('error', ({ filename, error }) => note('error', [filename, stackOf(error)]));
  window.addEventListener('unhandledrejection', ({ reason }) => note('rejection', stackOf(reason)));
  function stackOf(error: unknown) {
    return error instanceof Error ? error.stack : String(error);
  }
  document.addEventListener('securitypolicyviolation', ({ blockedURI, sourceFile }) =>
    note('violation', [blockedURI, sourceFile]),
  );
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(`performance ${type}`, entry.toJSON());
    }).observe({ type, buffered: true });
  }

  // Firefox knows more of an event than where it seems to come from.
  for (const type of ['pointerdown', 'pointermove', 'click', 'focusin', 'focusout', 'toggle', 'keydown']) {
    window.addEventListener(
      type,
      (event) => {
        for (const name of ['target', 'relatedTarget', 'originalTarget', 'explicitOriginalTarget']) {
          const place: unknown = Reflect.get(event, name);
          if (place instanceof Node) note(`${type} ${name}`, place);
        }
        for (const place of event.composedPath()) if (place instanceof ShadowRoot) note(type, place);
      },
      true,
    );
  }

  // An element whose name has a hyphen is made by the page's own class, if there is one, and that
  // class is given its shadow root.
  for (const name of ['update-credentials-panel', 'update-credentials-tab', 'spy-control']) {
    if (customElements.get(name) !== undefined) continue;
    customElements.define(
      name,
      class extends HTMLElement {
        readonly inner = this.attachInternals();
        connectedCallback() {
          note(`put in ${name}`, [new Error('here').stack, told(this.inner.shadowRoot)]);
        }
      },
    );
  }

  // Before its document is there, a page has no place for them. A policy counts from its head
  // alone.
  const place = () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "frame-src 'none'; media-src 'none'";
    document.head.append(policy);
    const refused = document.createElement('video');
    refused.src = 'https://control.invalid/control-report';
    const own = document.createElement('spy-control');
    own.attachShadow({ mode: 'closed' }).innerHTML = '<b>control root</b>';
    document.body.append(refused, own);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place);
  else place();
}

/** Sent into the page at the end: all that was heard, and all that can be read now. */
export function spied(): string {
  const { note, texts } = (window as unknown as Spying).spied;
  note('entries', performance.getEntries());
  note('frames', window.length);
  note('referrer', document.referrer);
  note('page', document.documentElement.outerHTML);
  note(
    'style sheets',
    [...document.styleSheets].map(({ href }) => href),
  );
  for (const [x, y] of [
    [innerWidth - 3, 3],
    [3, 300],
    [innerWidth / 2, innerHeight / 2],
  ] as const) {
    note(
      'at a point',
      document.elementsFromPoint(x, y).map(({ nodeName }) => nodeName),
    );
  }
  note('active', document.activeElement);
  getSelection()?.selectAllChildren(document.documentElement);
  for (const node of [getSelection()?.anchorNode, getSelection()?.focusNode]) note('selected', node);
  for (const one of document.querySelectorAll('[data-update-credentials]')) {
    note('properties', Object.getOwnPropertyNames(one));
    for (const pseudo of ['', '::before', '::after']) {
      const style = getComputedStyle(one, pseudo);
      note(
        'style',
        [...style].map((name) => style.getPropertyValue(name)).filter((value) => value.includes(':')),
      );
    }
    try {
      note('internals', (one as HTMLElement).attachInternals().shadowRoot);
    } catch (error) {
      note('internals', String(error));
    }
  }
  // Those that the page could define a class for.
  const definable = [...document.querySelectorAll('*')].filter(
    ({ localName }) => localName.includes('-') && localName !== 'spy-control',
  );
  for (const one of definable) note('definable', one);
  note('storage', [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]);
  return texts.join('\n');
}
