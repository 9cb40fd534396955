/** The popup's one request to the content script of a group page: show the panel. It carries nothing. */
export interface OpenPanelMessage {
  readonly kind: 'open-panel';
}

/** Tells the message from everything else that a content script may receive. */
export function isOpenPanelMessage(message: unknown): message is OpenPanelMessage {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'open-panel'
  );
}
