/**
 * A header as it is looked up: lower case, without accents, its words apart by one space ("RecipientE-mail_Address*" is
 * "recipient email address"). Scripts without case stay as they are.
 */
export function headerText(header: string): string {
  return header
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[’'ʼ`]/g, '')
    .replace(/\be[\s\-_.]*mails?\b/g, 'email')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The header without the " (2)" that a table adds to a repeated one. */
export function withoutRepeatNumber(header: string): string {
  return header.replace(/ \(\d+\)$/, '');
}

/** What a form says behind a header about how to fill it in: "(required)", "(YYYY-MM-DD)", "(TT.MM.JJJJ)". */
const HINT =
  /\s*[([](?:required|optional|pflichtfeld|erforderlich|obligatorio|opcional|obligatoire|facultatif|(?:[dmytja]{1,4}[\s./-]?){3})[)\]]\s*$/i;
/** How Salesforce ends the name of a field that an organisation has added. */
const OWN_FIELD = /__c$/;

/** The header without what only says how it is filled in, or by whom it was added. */
export function withoutHint(header: string): string {
  return header.replace(HINT, '').replace(OWN_FIELD, '');
}
