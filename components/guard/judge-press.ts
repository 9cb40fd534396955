import type { GroupPage } from '../../lib/platform/environment';
import type { Opener } from '../../lib/rpc/contract/opener';

/** Milliseconds for which the panel has been as it is now before a press counts as meant. */
export const UNDISTURBED_MS = 500;

/** Facts about a press on a button that sends, stops or deletes something. */
export interface Press {
  /** False: a script made it up. */
  readonly isTrusted: boolean;
  readonly isByKeyboard: boolean;
  /** Null: the panel has a tab of its own, and no page can do anything to it. */
  readonly framed: FramedPress | null;
}

export interface FramedPress {
  /**
   * For how many milliseconds the panel had been wholly visible, of one size and under nothing, at
   * the press; 0 where it was not; null where the browser cannot tell.
   */
  readonly clearMs: number | null;
  /** For how many milliseconds keys had gone to the panel, at the press. */
  readonly focusedMs: number;
  /** The answer of the tab's content script; null: there was none. */
  readonly opener: Opener | null;
  /** The group that the panel acts on. */
  readonly page: GroupPage;
}

/** Why a press does not count. */
export type Refusal = 'made-up' | 'cannot-tell' | 'not-ours' | 'other-group' | 'covered' | 'just-changed';

/**
 * Decides whether a press was meant by somebody who saw the panel (docs/product.md 1). Null: it
 * was.
 */
export function judgePress({ isTrusted, isByKeyboard, framed }: Press): Refusal | null {
  if (!isTrusted) return 'made-up';
  if (framed === null) return null;
  const { clearMs, focusedMs, opener, page } = framed;
  if (clearMs === null) return 'cannot-tell';
  if (opener?.isOurs !== true) return 'not-ours'; // no answer is no yes
  if (!isSamePage(opener.page, page)) return 'other-group';
  if (clearMs === 0) return 'covered';
  if (clearMs < UNDISTURBED_MS) return 'just-changed';
  // A page can hand its focus over at the moment of a key that was meant for itself.
  if (isByKeyboard && focusedMs < UNDISTURBED_MS) return 'just-changed';
  return null;
}

function isSamePage(one: GroupPage | null, other: GroupPage): boolean {
  return one !== null && one.environment === other.environment && one.groupId === other.groupId;
}
