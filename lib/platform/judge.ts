import type { PlatformProblem } from './platform-problem';
import { wordsOf } from './words';

/** An HTTP answer. `opaque`: a redirect that was not followed. */
export interface RawAnswer {
  readonly status: number;
  readonly opaque: boolean;
  readonly body: string;
  readonly retryAfter: string | null;
}

/**
 * The problem that an answer means, by its status alone (docs/platform.md, Errors); null for
 * success. A site redirects requests that are not signed in to its sign-in page. Redirects are
 * never followed, so that keys and bodies go to the API's host only.
 */
export function problemOf(answer: RawAnswer, triedKey: boolean, now: number): PlatformProblem | null {
  const { status, body } = answer;
  if (answer.opaque || (status >= 300 && status < 400)) return { code: 'signed-out', triedKey };
  if (status >= 200 && status < 300) return null;
  if (status === 401) return { code: 'signed-out', triedKey };
  if (status === 403) return { code: 'forbidden', words: wordsOf(status, body) };
  if (status === 404) return { code: 'not-found', words: wordsOf(status, body) };
  if (status === 429) return { code: 'throttled', retryAfterMs: retryAfterMs(answer.retryAfter, now) };
  if (status >= 500) return { code: 'server-fault', status, words: wordsOf(status, body) };
  return { code: 'refused', status, words: wordsOf(status, body) };
}

/** Retry-After is seconds or a date; null when it is missing or neither. */
function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
