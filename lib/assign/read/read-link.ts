const BEGINS_WITH_SCHEME = /^https?:\/\/[^/\s]/i;
const SPACE = /\s/;

/**
 * Reads a full http or https URL as written, else null. Nothing is completed: "www.example.org" ->
 * null. Refused are URLs with a password, and hosts without a dot, which are on somebody's own
 * network.
 */
export function readLink(text: string): string | null {
  if (!BEGINS_WITH_SCHEME.test(text) || SPACE.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  return url.hostname.includes('.') && !url.hostname.endsWith('.') ? text : null;
}
