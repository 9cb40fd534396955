import '../components/page/page.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followAddress } from '../components/page/follow-address';
import { createPageTab } from '../components/page/page-tab';
import { createPanelFrame, type PanelFrame } from '../components/page/panel-frame';
import { groupPageOf } from '../lib/platform/page-url';
import { panelPath } from '../lib/platform/panel-address';
import { isOpenPanelMessage } from '../lib/rpc/contract/open-panel';
import { isAskOpenerMessage, type Opener } from '../lib/rpc/contract/opener';

/**
 * The program on the dashboard's pages: finds the group in the address, puts the tab and the frame
 * into the page, and follows the single-page app. It never sees the sheet, has no storage and sends
 * no request (docs/architecture.md).
 */
export default defineContentScript({
  matches: [
    'https://dashboard.accredible.com/*',
    'https://eu.dashboard.accredible.com/*',
    'https://sandbox.dashboard.accredible.com/*',
  ],
  // The framework's message to older copies of this script would give every script of the page the
  // extension's id.
  noScriptStartedPostMessage: true,
  // The framework's context is not used: the page can end it with an event that it makes up, and
  // panel and review would be gone without a question.
  main() {
    const text = (name: 'extensionName' | 'resizePanel') => browser.i18n.getMessage(name);
    /** One frame a group: coming back to a group finds the work there as it was left. */
    const frames = new Map<string, PanelFrame>();
    let address = '';
    let current: PanelFrame | null = null;

    const tab = createPageTab(document, text('extensionName'), () => open());
    // Only while a group page is open: off group pages nothing of ours runs.
    let scheduled = false;
    const observer = new MutationObserver(() => {
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(() => {
        scheduled = false;
        if (isOrphaned()) leave();
        else if (address !== '') {
          tab.place();
          if (current !== null) current.guard();
        }
      });
    });

    const close = (then: 'keep' | 'reload') => {
      if (current === null) return;
      current.hide();
      tab.setExpanded(false);
      tab.focus();
      // Panels of other groups that have a sheet open ask before they go.
      if (then === 'reload') location.reload();
    };
    const open = () => {
      if (address === '') return;
      let frame = frames.get(address);
      if (frame === undefined) {
        const texts = { title: text('extensionName'), resize: text('resizePanel') };
        frame = createPanelFrame(document, address, texts, originOfPages(), () => crypto.randomUUID(), close);
        frames.set(address, frame);
      }
      current = frame;
      frame.show();
      tab.setExpanded(true);
    };
    const follow = (url: URL) => {
      const page = groupPageOf(url);
      const next = page === null ? '' : browser.runtime.getURL(panelPath(page));
      if (next === address) return;
      if (current !== null) current.hide();
      current = null;
      address = next;
      if (address === '') {
        observer.disconnect();
        tab.remove();
        return;
      }
      tab.setExpanded(false);
      tab.place();
      observer.observe(document.documentElement, { childList: true, subtree: true });
    };

    const stopFollowing = followAddress(window, follow);
    /** Takes everything out of the page, when the extension was updated or removed under it. */
    const leave = () => {
      stopFollowing();
      observer.disconnect();
      tab.remove();
      for (const frame of frames.values()) frame.remove();
    };
    browser.runtime.onMessage.addListener((message: unknown, _sender, answer: (opener: Opener) => void) => {
      if (isOpenPanelMessage(message)) open();
      if (isAskOpenerMessage(message)) {
        const isOurs = current !== null && current.shown && current.isOf(message.token);
        answer({ page: groupPageOf(location), isOurs });
      }
    });
  },
});

/** Tells whether the extension that this script belongs to is gone: then its API has no id left. */
function isOrphaned(): boolean {
  const { runtime } = browser as { readonly runtime?: { readonly id?: string } };
  return runtime?.id === undefined;
}

/**
 * The origin of the extension's pages. In Chromium it is not that of the panel's address, which
 * stands for the extension on this page alone (use_dynamic_url).
 */
function originOfPages(): string {
  const { protocol, host } = new URL(browser.runtime.getURL('/panel.html'));
  return `${protocol}//${protocol === 'chrome-extension:' ? browser.runtime.id : host}`;
}
