/** The form of an address: one @, a dot after it, no blanks, no dot at either end. */
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(?:\.[^\s@<>(),;:".]+)+$/;

/** The platform's own rule is not documented (I). Addresses beyond ASCII are taken. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);
