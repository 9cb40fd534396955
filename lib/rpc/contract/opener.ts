import type { GroupPage } from '../../platform/environment';

/*
 * How a panel in a frame finds out whether the content script of its tab has opened it, and which
 * group the tab's address names now, and how it asks to be closed. The page hears none of it: the
 * token goes into the frame with the port of the wishes, the question and the answer through the
 * extension's own messages.
 */

export const OPENED_MESSAGE = 'update-credentials:opened';

/** The content script to the panel that it has put into the page. A port comes with it. */
export interface OpenedMessage {
  readonly kind: typeof OPENED_MESSAGE;
  /** Made for this load of the frame. */
  readonly token: string;
}

/** Whether a message that a panel received is this one. Who has sent it is checked by its token. */
export function isOpenedMessage(message: unknown): message is OpenedMessage {
  return isOfKind(message, OPENED_MESSAGE) && hasToken(message);
}

/**
 * The wish that a panel sends through its port. `keep`: to be hidden, with the work in it.
 * `reload`: the page to be loaded again as well, which still shows the values from before.
 */
export type CloseWish = 'keep' | 'reload';

/** The wish in a message that came through the port; null where it has none. */
export function wishOf(message: unknown): CloseWish | null {
  return message === 'keep' || message === 'reload' ? message : null;
}

/** The panel's question to the content script of its tab. */
export interface AskOpenerMessage {
  readonly kind: 'ask-opener';
  readonly token: string;
}

/** Whether a message that a content script received is this one. */
export function isAskOpenerMessage(message: unknown): message is AskOpenerMessage {
  return isOfKind(message, 'ask-opener') && hasToken(message);
}

/** The answer of the content script. */
export interface Opener {
  /** The group of the tab's address now; null where that is no group page. */
  readonly page: GroupPage | null;
  /** Whether the asker is in the frame that this script has opened and shows. */
  readonly isOurs: boolean;
}

function isOfKind(message: unknown, kind: string): message is { readonly kind: string } {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}

function hasToken(message: object): message is { readonly token: string } {
  return 'token' in message && typeof message.token === 'string' && message.token !== '';
}
