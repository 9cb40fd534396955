const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const ADDRESS = /^(?:https?:\/\/)?([^/?#\s]+\.[^/?#\s]+)\/([^?#\s]+)/i;
const ID = /^[\w-]{4,64}$/;
/** First parts of a path on the credential pages that are no id, but stand before one. */
const NOT_AN_ID = new Set([
  'embed',
  'credential',
  'credentials',
  'certificate',
  'badge',
  'en',
  'de',
  'es',
  'fr',
]);

/**
 * The UUID or short id in a credential's public address ("https://www.credential.net/abc123?x#y" is "abc123"), or the
 * text itself when it is no address: a bare UUID or short id. Custom domains are taken as well, as the page of a
 * credential is always its id behind the host. An address without one stays as it is and will match nothing.
 */
export function readPublicUrl(text: string): string {
  const uuid = UUID.exec(text);
  if (uuid) return uuid[0];
  const address = ADDRESS.exec(text);
  if (!address) return text;
  const parts = (address[2] ?? '').split('/').filter((part) => part !== '');
  return parts.find((part) => ID.test(part) && !NOT_AN_ID.has(part.toLowerCase())) ?? text;
}
