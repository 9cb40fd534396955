import type { Attribute, AttributeId } from '../credential/attribute';

/** The names of attributes in files. They are messages, so they come from outside. */
export interface AttributeWords {
  /** Headers of the columns of built-in attributes, each understood when the file is dropped. */
  readonly headers: Readonly<Partial<Record<AttributeId, string>>>;
  /** Mark behind a name of the account's that a built-in attribute has too: "Grade (account)". */
  readonly account: string;
}

/**
 * Headers of the columns of these attributes, in their order. The account's own attributes have the
 * account's names. No header is there twice.
 */
export function attributeHeaders(attributes: readonly Attribute[], words: AttributeWords): readonly string[] {
  const used = new Set<string>();
  return attributes.map(({ id, label, custom }) => {
    const plain = words.headers[id] ?? label; // the account's own ones have none
    const isTaken = used.has(plain.trim().toLowerCase());
    const header = isTaken && custom !== null ? `${label} ${words.account}` : plain;
    used.add(header.trim().toLowerCase());
    return header;
  });
}
