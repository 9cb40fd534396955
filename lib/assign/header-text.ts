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
