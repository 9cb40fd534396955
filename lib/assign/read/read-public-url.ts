const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const ADDRESS = /^(?:https?:\/\/)?([^/?#\s]+)\/([^?#\s]+)/i;
/** A dot within the host: not "localhost", ".org" and "and.". */
const HAS_DOMAIN = /[^]\.[^]/;
const ID = /^[\w-]{4,64}$/;
/** Path segments of credential pages that stand before the id. */
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
 * Extracts the UUID or short id of a credential's public URL:
 * "https://www.credential.net/abc123?x#y" -> "abc123". Any host counts, because issuers have custom
 * domains. Text that is no URL, or has no id, is returned as it is.
 */
export function readPublicUrl(text: string): string {
  const uuid = UUID.exec(text);
  if (uuid) return uuid[0];
  const address = ADDRESS.exec(text);
  const [, host = '', path = ''] = address ?? [];
  if (!HAS_DOMAIN.test(host)) return text;
  const parts = path.split('/').filter((part) => part !== '');
  return parts.find((part) => ID.test(part) && !NOT_AN_ID.has(part.toLowerCase())) ?? text;
}
