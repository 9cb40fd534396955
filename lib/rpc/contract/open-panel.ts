/**
 * The popup's one message to the content script of a group page: show the panel. It carries
 * nothing.
 */
export interface OpenPanelMessage {
  readonly kind: 'open-panel';
}

/** Whether a message that a content script received is this one. */
export function isOpenPanelMessage(message: unknown): message is OpenPanelMessage {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'open-panel'
  );
}
