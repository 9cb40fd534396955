import type { Proof } from './access/caller';
import type { Part } from './hosts';

/** A request as it was answered. */
export interface LoggedRequest {
  /** When it came in, as 2026-11-22T14:53:00.000Z. */
  readonly at: string;
  readonly part: Exclude<Part, 'control'>;
  readonly method: string;
  readonly host: string;
  /** With the query, if there is one. */
  readonly path: string;
  readonly auth: Proof;
  /**
   * The JSON that was sent; the text itself when it was none, and null when there was none or it
   * held a password.
   */
  readonly body: unknown;
  /** null when the connection was broken instead of an answer. */
  readonly status: number | null;
  readonly ms: number;
  /** The rule of the fault that hit, as it was written. */
  readonly fault: string | null;
  /**
   * What would have been answered, when a fault came only after the request was carried out or
   * refused.
   */
  readonly hidden?: number;
}

/** The JSON in a text, the text itself when there is none in it, null when it is empty. */
export function bodyOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The log shows what was sent, and what was sent is no JSON.
    return text;
  }
}

/** The JSON in a text, undefined when there is none in it: handlers answer such a body with 400. */
export function jsonOf(text: string): unknown {
  const body = bodyOf(text);
  return text === '' || body === text ? undefined : body;
}
