import { browser } from 'wxt/browser';
import { findMessages } from '../../components/find-messages';
import { badgeText, type Badge } from '../../lib/run/badge/badge';
import { messageSources, whenLanguageChanges } from '../language/message-sources';

const WORKING_COLOR = '#1f5fbf';
const WAITING_COLOR = '#9a5b00';
const ENDED_COLOR = '#0a7a4b';

/**
 * Shows on the toolbar's button how many entries are open and what they wait for, while no page of
 * ours is open; its title in the admin's language.
 */
export function createBadges() {
  let messages = findMessages(messageSources);
  let shown: Badge | null = null;
  const show = (badge: Badge) => {
    shown = badge;
    draw(badge);
    // Answers come in the order of the calls: the last title is that of the last badge.
    void messages.then(({ lookup }) => browser.action.setTitle({ title: lookup(titleOf(badge), []) }));
  };
  whenLanguageChanges(() => {
    messages = findMessages(messageSources);
    if (shown !== null) show(shown);
  });
  return { show };
}

function draw(badge: Badge): void {
  void browser.action.setBadgeText({ text: badgeText(badge) });
  const { kind } = badge;
  void browser.action.setBadgeBackgroundColor({
    color: kind === 'working' ? WORKING_COLOR : kind === 'ended' ? ENDED_COLOR : WAITING_COLOR,
  });
}

function titleOf({ kind }: Badge) {
  if (kind === 'waiting-for-sign-in') return 'badgeSignIn';
  return kind === 'settling' ? 'badgeSettling' : 'extensionName';
}
