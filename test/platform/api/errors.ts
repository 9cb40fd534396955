/** JSON, as far as the stand-in writes it. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * Why a request is not answered with 200. The bodies have no single shape (docs/platform.md, Errors
 * (D)); which of the documented ones a request gets is inferred (I), and all of them occur. A
 * string body is plain text.
 */
export interface Refusal {
  readonly kind: 'refusal';
  readonly status: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 502;
  readonly body: Json;
}

const refusal = (status: Refusal['status'], body: Json): Refusal => ({ kind: 'refusal', status, body });

export const keyRefused = refusal(401, 'HTTP Token: Access denied.\n');
/** Status and words are inferred (I): how a plan without keys refuses one is not known. */
export const noKeysInPlan = refusal(403, { errors: 'API access is not included in your plan' });
export const sessionRefused = refusal(401, { success: false, data: 'Not enough or too many segments' });
export const signedOut = refusal(401, {
  success: false,
  data: 'Sorry, You are not authorized, visit accredible.com for this',
});

export const noSuchCredential = refusal(404, { errors: "Doesn't exist" });
export const noSuchGroup = refusal(404, { success: false, data: 'Group does not exist' });
export const noSuchPath = refusal(404, { error: 'Not found' });

export const notJson = refusal(400, { error: 'Bad Request' });
export const parameterMissing = (name: string): Refusal =>
  refusal(400, { errors: `param is missing or the value is empty: ${name}` });
export const badSearch = (message: string): Refusal =>
  refusal(400, { code: 400, message, status: 'invalid_search_query', errors: {} });

/** Status and words are inferred (I). */
export const isRevoked = refusal(422, { errors: 'Credential has been revoked' });

export const invalidGroup = refusal(422, { errors: 'Invalid Group' });
export const invalidFields = (fields: Readonly<Record<string, readonly string[]>>): Refusal =>
  refusal(422, { errors: fields });

/**
 * Status and words are inferred (I): the documents name no answer for an account without credits.
 */
export const noCredits = refusal(403, { errors: 'You do not have enough credits to renew this credential.' });

/**
 * The answer of rack-attack, the usual limiter of such servers (I). Only the status is documented.
 */
export const tooManyRequests = refusal(429, 'Retry later\n');
export const serverError = refusal(500, { errors: 'Internal server error' });
export const badGateway = refusal(
  502,
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>\n',
);
