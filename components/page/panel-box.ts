import { ownElement } from './own-element';

/** The elements of the panel on the host page. */
export interface PanelBox {
  /** The one element that the page can see. */
  readonly host: HTMLElement;
  readonly edge: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** Puts it above everything that the page has now; to be called when the host is in the page. */
  raise(): void;
  /** Takes it out of the page's sight, whatever the page does with the host. */
  lower(): void;
  setWidth(width: string): void;
  /** While its edge is dragged, the frame must not take the pointer. */
  setResizing(isResizing: boolean): void;
}

/** Width of the edge that changes the panel's width, in CSS pixels. */
const EDGE = 6;
const EDGE_COLOR = 'light-dark(#dfe2e7, #323a47)';
const EDGE_COLOR_AT_HAND = '#1f56d6';

/** Styles that the page could pass on by inheritance are set as well: `all` leaves some out. */
const INHERITED = { all: 'initial', direction: 'ltr', 'unicode-bidi': 'normal', visibility: 'visible' };

/**
 * Makes the elements of the panel. They lie in a closed shadow root and in the browser's top layer,
 * so that the page can neither reach nor move, mask or style them: it can only hide or cover the
 * whole, which the panel notices (`components/guard`). The edge lies beside the frame, because
 * whatever lies over a frame makes it covered. Styles are set one by one: a style sheet of a
 * content script may be refused by the page's policy, and Firefox adopts none.
 */
export function createPanelBox(
  document: Document,
  address: string,
  texts: { readonly title: string; readonly resize: string },
): PanelBox {
  const host = ownElement(document, 'panel');
  host.hidden = true;
  host.setAttribute('role', 'dialog');
  host.setAttribute('aria-modal', 'true');
  host.setAttribute('aria-label', texts.title);

  const box = document.createElement('div');
  box.setAttribute('popover', 'manual');
  dress(box, {
    ...INHERITED,
    position: 'fixed',
    inset: '0 0 0 auto',
    height: '100%',
    'min-width': 'min(480px, 100%)',
    'max-width': '100%',
    'box-shadow': '0 0 24px rgb(0 0 0 / 0.35)',
    'color-scheme': 'light dark',
  });
  const edge = document.createElement('div');
  edge.tabIndex = 0;
  edge.setAttribute('role', 'separator');
  edge.setAttribute('aria-orientation', 'vertical');
  edge.setAttribute('aria-label', texts.resize);
  dress(edge, {
    ...INHERITED,
    flex: 'none',
    width: `${EDGE}px`,
    cursor: 'ew-resize',
    'touch-action': 'none',
    background: EDGE_COLOR,
  });
  for (const type of ['pointerenter', 'focus'])
    edge.addEventListener(type, () => dress(edge, { background: EDGE_COLOR_AT_HAND }));
  for (const type of ['pointerleave', 'blur'])
    edge.addEventListener(type, () => dress(edge, { background: EDGE_COLOR }));
  const frame = document.createElement('iframe');
  frame.title = texts.title;
  frame.src = address;
  // To copy a hash: without it a frame of another origin may not write to the clipboard.
  frame.allow = 'clipboard-write';
  dress(frame, {
    ...INHERITED,
    flex: '1',
    'min-width': '0',
    height: '100%',
    border: '0',
    background: 'Canvas',
  });
  box.append(edge, frame);
  host.attachShadow({ mode: 'closed' }).append(box);

  return {
    host,
    edge,
    frame,
    raise() {
      box.hidePopover();
      box.showPopover();
      dress(box, { display: 'flex' });
    },
    lower() {
      dress(box, { display: 'none' });
      box.hidePopover();
    },
    setWidth: (width) => dress(box, { width }),
    setResizing: (isResizing) => dress(frame, { 'pointer-events': isResizing ? 'none' : 'auto' }),
  };
}

function dress(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
