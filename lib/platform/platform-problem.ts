/** Why the platform did not do what was asked. `words` are the platform's own, shown as such. */
export type PlatformProblem =
  /** 401: nobody is signed in, or the key is not taken. */
  | { readonly code: 'signed-out'; readonly triedKey: boolean }
  /** 403: signed in, but not allowed to see this (a department key of another department, say). */
  | { readonly code: 'forbidden'; readonly words: string }
  | { readonly code: 'not-found'; readonly words: string }
  /** 400, 422 and other 4xx: the data is refused. */
  | { readonly code: 'refused'; readonly status: number; readonly words: string }
  /** 429 for longer than the client was willing to wait. */
  | { readonly code: 'throttled'; readonly retryAfterMs: number | null }
  /** 5xx after the allowed tries. */
  | { readonly code: 'server-fault'; readonly status: number; readonly words: string }
  /** No answer at all: offline, reset, timed out. What became of a write is not known. */
  | { readonly code: 'unreachable' }
  /** An answer that is not what the platform documents. */
  | { readonly code: 'unexpected-answer'; readonly where: string };
