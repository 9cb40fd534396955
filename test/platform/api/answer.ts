import type { Json, Refusal } from './errors';

/** The answer of a handler: JSON for 200, no body, or a refusal. */
export type Answer = { readonly kind: 'json'; readonly body: Json } | { readonly kind: 'empty' } | Refusal;

export const json = (body: Json): Answer => ({ kind: 'json', body });
export const empty: Answer = { kind: 'empty' };

const TEXT = 'text/plain; charset=utf-8';

function contentType(body: Json): string {
  if (typeof body !== 'string') return 'application/json; charset=utf-8';
  return body.startsWith('<') ? 'text/html; charset=utf-8' : TEXT;
}

/**
 * The answer as the API sends it. It has no CORS headers: other origins' pages are not meant to
 * read it.
 */
export function respond(answer: Answer, headers: Readonly<Record<string, string>> = {}): Response {
  if (answer.kind === 'empty') return new Response(null, { status: 200, headers: { ...headers } });
  const { body } = answer;
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status: answer.kind === 'json' ? 200 : answer.status,
    headers: { 'content-type': contentType(body), 'cache-control': 'no-store', ...headers },
  });
}
