/*
 * Names by which a script can talk to somebody outside of the extension. None of them is needed by
 * the panel or by the sheet worker: only the background sends requests (docs/security.md).
 */

/** Globals of a page or a worker. */
export const CLOSED_GLOBALS: readonly string[] = [
  'BackgroundFetchManager',
  'EventSource',
  'Notification',
  'PaymentRequest',
  'PresentationRequest',
  'PushManager',
  'RTCDataChannel',
  'RTCIceTransport',
  'RTCPeerConnection',
  'SharedWorker',
  'TCPServerSocket',
  'TCPSocket',
  'UDPSocket',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'XMLHttpRequest',
  // Makes elements of any name, past what close-page.ts gives in their place.
  'XSLTProcessor',
  'caches',
  'fetchLater',
  'webkitRTCPeerConnection',
];

/**
 * Closed in the worker. A page keeps it for the texts of another language, which are files of our
 * own: its policy lets it ask nobody else.
 */
export const CLOSED_IN_WORKER: readonly string[] = ['Worker', 'fetch'];

/** Members of `navigator`. */
export const CLOSED_OF_NAVIGATOR: readonly string[] = [
  'clearAppBadge',
  'credentials',
  'joinAdInterestGroup',
  'presentation',
  'registerProtocolHandler',
  'runAdAuction',
  'sendBeacon',
  'serviceWorker',
  'share',
  'updateAdInterestGroups',
];

/** Elements that load something, or hold a window whose names are all there again. */
export const CLOSED_ELEMENTS: ReadonlySet<string> = new Set([
  'applet',
  'base',
  'embed',
  'fencedframe',
  'frame',
  'frameset',
  'iframe',
  'link',
  'meta',
  'object',
  'portal',
  'script',
]);

/**
 * Members of the extension's API that open addresses, or hand something to other programs and other
 * computers; "tabs": those that stay are named in `OPEN_OF_TABS`.
 */
export const CLOSED_OF_EXTENSION: Readonly<Record<string, readonly string[]>> = {
  runtime: ['connectNative', 'sendMessage', 'sendNativeMessage', 'setUninstallURL'],
  storage: ['managed', 'session', 'sync'],
};

/** The panel asks the content script of its own tab (lib/rpc/contract/opener.ts). */
export const OPEN_OF_TABS: ReadonlySet<string> = new Set(['getCurrent', 'sendMessage']);
