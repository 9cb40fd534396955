/**
 * Normalises a header for lookup: lower case, no accents, one space between words. Example:
 * "RecipientE-mail_Address*" -> "recipient email address". Arabic loses vowel signs, the hamza
 * above or below a letter, and lengthening: "تاريخ الإصـدار" -> "تاريخ الاصدار". Other scripts
 * without case stay as they are.
 */
export function headerText(header: string): string {
  return header
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Arabic}])\p{Mn}+/gu, '$1')
    .replace(/ـ/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[’'ʼ`]/g, '')
    .replace(/\be[\s\-_.]*mails?\b/g, 'email')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Removes the " (2)" that a table adds to a repeated header. */
export function withoutRepeatNumber(header: string): string {
  return header.replace(/ \(\d+\)$/, '');
}

/**
 * Hints of forms behind a header: "(required)", "(YYYY-MM-DD)", "(TT.MM.JJJJ)", and the mark of the
 * keys in our downloads.
 */
const HINT =
  /\s*[([](?:required|optional|pflichtfeld|erforderlich|obligatorio|opcional|obligatoire|facultatif|do not change|nicht ändern|no modificar|ne pas modifier|لا تغيّره|(?:[dmytja]{1,4}[\s./-]?){3})[)\]]\s*$/i;
/** Suffix of a custom field in Salesforce. */
const OWN_FIELD = /__c$/;

/** Removes hints and the suffix of a custom field. */
export function withoutHint(header: string): string {
  return header.replace(HINT, '').replace(OWN_FIELD, '');
}

const BRACKET = /^(.*\S)\s*[([][^()[\]]*[)\]]\s*$/;

/**
 * Gives the text of a header before what stands in brackets at its end: "Name (Original Name)" ->
 * "name". Null without brackets. What stands there may limit the rest: "Email (work)".
 */
export function withoutBracket(header: string): string | null {
  const found = BRACKET.exec(header);
  return found?.[1] === undefined ? null : headerText(found[1]);
}
