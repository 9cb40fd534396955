/**
 * A part of an e-mail or link. It begins where no such part goes on, which keeps the search linear.
 */
const PART = String.raw`[^\s@<>,;|"']`;
const EMAIL = String.raw`(?<!${PART})${PART}{1,64}@${PART}{1,200}\.\p{L}{2,20}`;
const LINK = String.raw`https?:\/\/${PART}{1,300}`;
const UUID = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?`;
const DAY = String.raw`\d{1,4}(?<mark>[./-])\d{1,2}\k<mark>\d{1,4}`;
const MONTH = String.raw`(?<!\p{L})\p{L}{3,9}\.? \d{1,2}, \d{4}`;
const DATE = String.raw`(?:${DAY}|${MONTH})(?:,? ${TIME})?`;
const ID = String.raw`(?:\p{L}{1,4}-?)?\d{5,18}`;

/** E-mail, link, UUID, date or long number, in a longer text. */
const VALUE = new RegExp(`${EMAIL}|${LINK}|${UUID}|${DATE}|(?<![\\p{L}\\d.-])${ID}(?![\\p{L}\\d.@-])`, 'giu');

/** Text between values that a list of them has: "a@x.org; b@x.org". */
const BETWEEN = /^[\s;,|/]*$/;

/** Values of a text that a delimiter must not cut: e-mails, links, ids and dates. */
export function countValues(text: string): number {
  return text.match(VALUE)?.length ?? 0;
}

/** A link alone, also with signs in it that may be delimiters: "https://x.org/?ids=1,2|3". */
const ONLY_LINK = /^\s*https?:\/\/\S+\s*$/i;

/**
 * Counts the values of a field that are whole in it: nothing else is there but other values.
 * "ada@example.org" -> 1, "a@x.org; b@x.org" -> 2, "ada@example.org;King" -> 0.
 */
export function countWholeValues(field: string): number {
  const values = field.match(VALUE);
  if (values === null) return 0;
  if (values.length === 1 && ONLY_LINK.test(field)) return 1;
  return BETWEEN.test(field.replace(VALUE, '')) ? values.length : 0;
}
