const BEGINS_WITH_SCHEME = /^https?:\/\/[^/\s]/i;
const SPACE = /\s/;

/**
 * The link as written when it is a full http or https address, else null. Nothing is completed ("www.example.org" has
 * no scheme), an address with a password in it is refused, and so is a host without a dot: it is somebody's own network.
 */
export function readLink(text: string): string | null {
  if (!BEGINS_WITH_SCHEME.test(text) || SPACE.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  return url.hostname.includes('.') && !url.hostname.endsWith('.') ? text : null;
}
