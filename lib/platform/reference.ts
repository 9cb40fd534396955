/**
 * Whether a text may stand for a credential in the path of a request: as one part of it, which the
 * browser and a server leave as it is. Ids of the platform are numbers, UUIDs and short names; own
 * ids of an issuer may have other signs, and a sheet or a hostile answer any.
 *
 * Examples: "7001" and "AB.12 x" are; ".." would be the path above, and "../issuer" becomes that
 * where a server reads "%2F" as "/".
 */
export function isReference(text: string): boolean {
  return text.length <= LONGEST && !/^\.{0,2}$/.test(text) && !UNSAFE.test(text);
}

/** Longer than any id, and shorter than what a server refuses as an address. */
const LONGEST = 320;
/** Signs that divide a path, end it, or are read twice; controls and lone surrogates. */
const UNSAFE = /[/\\%?#;\p{Cc}\p{Cs}]/u;
