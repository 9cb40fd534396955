import { browser } from 'wxt/browser';
import {
  isOpenedMessage,
  type AskOpenerMessage,
  type CloseWish,
  type Opener,
} from '../../lib/rpc/contract/opener';

/** The token that the content script gives to the panel it has opened; "" until it comes. */
let token = '';
/** The port to the content script; null until it comes with the token. */
let line: MessagePort | null = null;

// Heard from the moment in which this file is read: the token comes when the frame has loaded, and
// the panel may still be waiting for its texts then. The page can send tokens as well: with one of
// those the content script does not know us.
window.addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<unknown>) => {
  if (source !== window.parent || !isOpenedMessage(data) || port === undefined) return;
  token = data.token;
  line = port;
});

/**
 * Asks the content script to close this panel. Through the port, not the window around it: that
 * would tell the page's scripts our origin.
 */
export function askToClose(then: CloseWish): void {
  line?.postMessage(then); // none: the frame has not loaded yet, and the press is made again
}

/**
 * Asks the content script of this tab whether it has opened this panel, and for which group it is
 * now. Null: no script answers, because the extension was updated under the page.
 */
export async function askOpener(): Promise<Opener | null> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return null;
  const question: AskOpenerMessage = { kind: 'ask-opener', token };
  try {
    // Our own script in the top frame of this tab; no other program hears or answers it.
    const answer: Opener | undefined = await browser.tabs.sendMessage(tab.id, question, { frameId: 0 });
    return answer ?? null;
  } catch {
    return null; // nobody listens there
  }
}
