/** What may stand in the part before the @: the signs of RFC 5322's dot-atom, and letters and digits of any script (RFC 6531). */
const LOCAL_ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
/** A label of the domain: letters and digits of any script (IDN) or their ASCII form, no hyphen at either end. */
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;
const ONLY_DIGITS = /^\d+$/;
/** What nearly every address is, all in ASCII: taken at once, where the long way below would take it part by part. */
const USUAL = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;

/**
 * The address when its shape is that of a mail address that can be delivered to, else null. One @; before it 1 to 64
 * signs without a dot at either end or two in a row; behind it at least two labels, the last one at least two signs and
 * not a number; 254 signs at most. Refused although RFC 5321 allows them, as no provider gives them out and they are
 * typing errors in a sheet: quoted local parts, comments, an IP address as domain, a display name around the address.
 *
 * Takes the text of a cell without surrounding space. Gives it as written: its case is kept, and is no change.
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
