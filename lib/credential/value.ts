/**
 * A value of an attribute, read from a cell or from the platform: text, a Day as text, a flag, or
 * null for none. "" does not occur: it is null.
 */
export type Value = string | boolean | null;
