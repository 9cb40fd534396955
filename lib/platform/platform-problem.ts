import type { LimitName } from './policy-name';

/** Why a request failed. `words` are the platform's own, and shown as such. */
export type PlatformProblem =
  /** 401: nobody is signed in, or the key is refused. */
  | { readonly code: 'signed-out'; readonly triedKey: boolean }
  /** 403: signed in, but not allowed to see this, as with the key of another department. */
  | { readonly code: 'forbidden'; readonly words: string }
  | { readonly code: 'not-found'; readonly words: string }
  /** 400, 422 and other 4xx: the platform refuses the data. */
  | { readonly code: 'refused'; readonly status: number; readonly words: string }
  /** 429 for longer than the client was willing to wait. */
  | { readonly code: 'throttled'; readonly retryAfterMs: number | null }
  /** 5xx after the allowed tries. */
  | { readonly code: 'server-fault'; readonly status: number; readonly words: string }
  /** No answer: offline, reset, timed out. The outcome of a write is not known. */
  | { readonly code: 'unreachable' }
  /** The organisation does not allow it (docs/policies.md): nothing was asked. */
  | { readonly code: 'not-allowed'; readonly by: LimitName }
  /** An answer that the platform does not document. */
  | { readonly code: 'unexpected-answer'; readonly where: string };

/** Why nobody could be let in: as above, or the browser keeps us from the platform's API. */
export type ConnectProblem =
  | PlatformProblem
  /** The permission for this host is not given: nothing was asked. */
  | { readonly code: 'no-access'; readonly host: string }
  /** The tab is in a container of Firefox, whose sign-in the background has not. */
  | { readonly code: 'in-container' };
