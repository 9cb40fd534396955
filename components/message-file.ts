/** A file of messages in the browsers' own format (`_locales/{language}/messages.json`). */
export type MessageFile = Readonly<Record<string, Message>>;

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** Gives the text of a message with its substitutions; '' for a name that there is not. */
export type Lookup = (name: string, substitutions: readonly string[]) => string;

/** `$COUNT$`, `$1` and `$$`, which is the sign itself. */
const PLACEHOLDER = /\$([\w@]+)\$|\$([1-9])|\$\$/g;

/**
 * Reads messages as the browsers do: "$COUNT$ rows" with the placeholder count ("$1") and the
 * substitution "3" -> "3 rows". A substitution that looks like a placeholder stays as it is; one
 * that is not given is blank.
 */
export function lookupIn(file: MessageFile): Lookup {
  return (name, substitutions) => {
    const found = Object.hasOwn(file, name) ? file[name] : undefined;
    if (found === undefined) return '';
    const { message, placeholders = {} } = found;
    const given = (digit: string) => substitutions[Number(digit) - 1] ?? ''; // blank, as the browsers have it
    return message.replace(PLACEHOLDER, (_, word?: string, digit?: string) => {
      if (digit !== undefined) return given(digit);
      if (word === undefined) return '$';
      const { content } = placeholders[word.toLowerCase()] ?? { content: '' }; // a test holds every name to one
      return content.replace(/\$([1-9])/g, (__, inner: string) => given(inner));
    });
  };
}
