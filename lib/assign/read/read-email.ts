/**
 * Characters of a local part: dot-atom of RFC 5322, and letters and digits of any script (RFC
 * 6531).
 */
const LOCAL_ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
/** Domain label: letters and digits of any script (IDN) or punycode, no hyphen at either end. */
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;
const ONLY_DIGITS = /^\d+$/;
/** Fast path for nearly every address: all ASCII. */
const USUAL = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;

/**
 * Reads an address that mail can be delivered to, else null. Takes the text of a cell without
 * surrounding space. The case is kept, and is no change.
 *
 * Accepted: one @; a local part of 1 to 64 characters, without a dot at either end or two in a row;
 * at least two domain labels, the last one of two characters or more and not a number; at most 254
 * characters.
 *
 * Refused though RFC 5321 allows them: quoted local parts, comments, an IP address as domain, a
 * display name. No provider gives these out, so in a sheet they are typing errors.
 */
export function readEmail(text: string): string | null {
  if (text.length > 254) return null;
  const at = text.indexOf('@');
  if (at <= 64 && USUAL.test(text)) return text;
  if (at < 1 || at !== text.lastIndexOf('@')) return null;
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  if (local.length > 64 || !local.split('.').every((atom) => LOCAL_ATOM.test(atom))) return null;
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || last.length < 2 || ONLY_DIGITS.test(last)) return null;
  return labels.every((label) => LABEL.test(label)) ? text : null;
}
