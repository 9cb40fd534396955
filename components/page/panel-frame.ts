import { OPENED_MESSAGE, wishOf, type CloseWish, type OpenedMessage } from '../../lib/rpc/contract/opener';
import { createPanelBox } from './panel-box';

/** Narrowest width of the panel, in CSS pixels: below it the steps no longer fit. */
const NARROWEST = 480;
/** How far one press of an arrow key moves the edge, in CSS pixels. */
const KEY_STEP = 40;

/** The panel's frame over the host page. */
export interface PanelFrame {
  show(): void;
  hide(): void;
  /** Keeps the page under it inert: a single-page app may have replaced its body meanwhile. */
  guard(): void;
  readonly shown: boolean;
  /** Whether the panel that is in it now was given this token. */
  isOf(token: string): boolean;
  remove(): void;
}

/**
 * Makes the frame that holds the panel. The panel is an extension page of another origin: the host
 * page can neither look into it nor receive what is dropped on it (docs/architecture.md, Who may
 * see what). Hiding keeps the work in it. `address`: the panel's URL. `extension`: the origin of
 * its pages. `newToken`: makes what nobody can guess. `onClose`: called when the panel asks to be
 * closed. It asks through a port of its own: a message to the window would tell every script of the
 * page the panel's origin, which in Firefox is that of this installation.
 */
export function createPanelFrame(
  document: Document,
  address: string,
  texts: { readonly title: string; readonly resize: string },
  extension: string,
  newToken: () => string,
  onClose: (then: CloseWish) => void,
): PanelFrame {
  const box = createPanelBox(document, address, texts);
  const { host, edge, frame } = box;
  /** Tells this frame from one that the page has made itself; only the panel in it is given it. */
  let token = '';
  /** Our end of what the panel asks through; null before the first load. */
  let line: MessagePort | null = null;
  frame.addEventListener('load', () => {
    // The focus that was given to the empty frame does not pass to the panel in it: keys and paste
    // would go nowhere.
    const panel = frame.contentWindow;
    if (panel === null) return;
    if (document.activeElement === host) panel.focus();
    token = newToken();
    const opened: OpenedMessage = { kind: OPENED_MESSAGE, token };
    line?.close(); // none at the first load
    const { port1, port2 } = new MessageChannel();
    line = port1;
    line.onmessage = ({ data }: MessageEvent<unknown>) => {
      const wish = wishOf(data);
      if (wish !== null) onClose(wish);
    };
    panel.postMessage(opened, extension, [port2]);
  });

  /** Infinity: as wide as the page, also when the window becomes wider. */
  let width = Number.POSITIVE_INFINITY;
  const resize = (wanted: number) => {
    const whole = document.documentElement.clientWidth;
    width = wanted >= whole ? Number.POSITIVE_INFINITY : Math.max(NARROWEST, wanted);
    box.setWidth(width >= whole ? '100%' : `${width}px`);
    edge.setAttribute('aria-valuemin', String(Math.min(NARROWEST, whole)));
    edge.setAttribute('aria-valuemax', String(whole));
    edge.setAttribute('aria-valuenow', String(Math.round(Math.min(width, whole))));
  };
  edge.addEventListener('pointerdown', (event) => {
    edge.setPointerCapture(event.pointerId);
    box.setResizing(true);
  });
  edge.addEventListener('pointermove', (event) => {
    if (edge.hasPointerCapture(event.pointerId)) resize(document.documentElement.clientWidth - event.clientX);
  });
  edge.addEventListener('lostpointercapture', () => box.setResizing(false));
  edge.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    resize(
      Math.min(width, document.documentElement.clientWidth) +
        (event.key === 'ArrowLeft' ? KEY_STEP : -KEY_STEP),
    );
  });

  /** The body that we have made inert; one that the page has made so itself is left alone. */
  let inert: HTMLElement | null = null;
  const guard = () => {
    const { body } = document;
    if (host.hidden || body.hasAttribute('inert')) return;
    // Tab must not lead to what the panel covers (WCAG 2.4.11).
    body.setAttribute('inert', '');
    inert = body;
  };
  const release = () => {
    inert?.removeAttribute('inert'); // null: it was the page's own
    inert = null;
  };

  return {
    show() {
      // Beside the body: single-page apps replace theirs whole, and a frame that is taken out loses
      // all the work in it.
      if (!host.isConnected) document.documentElement.append(host);
      host.hidden = false;
      box.raise();
      resize(width);
      guard();
      frame.focus();
    },
    hide() {
      host.hidden = true;
      box.lower();
      release();
    },
    guard,
    get shown() {
      return host.isConnected && !host.hidden;
    },
    isOf: (asked) => token !== '' && asked === token,
    remove() {
      line?.close(); // none where it never loaded
      release();
      host.remove();
    },
  };
}
