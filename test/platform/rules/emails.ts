/** What a mail server would take to be an address at first sight: one @, a dot behind it, no blanks, no ends of dots. */
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(?:\.[^\s@<>(),;:".]+)+$/;

/** The platform's own rule is not documented (I). Addresses beyond ASCII are taken. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);
