import type { Switches } from '../switches';
import { wishOf } from './clearing';
import { readDay } from './days';
import { isEmail } from './emails';

/** The fields of a client: a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Reads the fields of one PUT, each against the value it has, and gathers what is wrong with them,
 * so that one answer names all (422, `{"errors":{"field":["is invalid"]}}` (D)).
 */
export interface FieldReader {
  readonly problems: Readonly<Record<string, readonly string[]>>;
  /** A text that can be cleared, to null. */
  text(name: string, value: unknown, old: string | null): string | null;
  /** A text that must not be blank. */
  needed(name: string, value: unknown, old: string): string;
  email(name: string, value: unknown, old: string): string;
  phone(name: string, value: unknown, old: string | null): string | null;
  day(name: string, value: unknown, old: string | null): string | null;
  flag(name: string, value: unknown, old: boolean): boolean;
  metaData(name: string, value: unknown, old: Fields | null): Record<string, unknown> | null;
}

export function createFieldReader(clear: Switches['clear']): FieldReader {
  const problems: Record<string, string[]> = {};

  function wrong<T>(name: string, problem: string, old: T): T {
    problems[name] = [...(problems[name] ?? []), problem];
    return old;
  }

  /** `read` gives undefined for an invalid value. */
  function field<T, Cleared>(
    name: string,
    value: unknown,
    old: T,
    cleared: () => Cleared,
    read: (value: unknown) => T | undefined,
  ): T | Cleared {
    const wish = wishOf(value, clear);
    if (wish.kind === 'keep') return old;
    if (wish.kind === 'clear') return cleared();
    const result = read(wish.value);
    return result === undefined ? wrong(name, 'is invalid', old) : result;
  }

  const asText = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  const blank = (name: string, old: string) => () => wrong(name, "can't be blank", old);
  const toNull = (): null => null;

  return {
    problems,
    text: (name, value, old) => field<string | null, null>(name, value, old, toNull, asText),
    needed: (name, value, old) =>
      field(name, value, old, blank(name, old), (given) => {
        const text = asText(given);
        return text?.trim() === '' ? wrong(name, "can't be blank", old) : text;
      }),
    email: (name, value, old) =>
      field(name, value, old, blank(name, old), (given) => {
        const text = asText(given)?.trim().toLowerCase();
        return text !== undefined && isEmail(text) ? text : undefined;
      }),
    phone: (name, value, old) =>
      field<string | null, null>(name, value, old, toNull, (given) => {
        const text = asText(given);
        return text !== undefined && E164.test(text) ? text : undefined;
      }),
    day: (name, value, old) =>
      field<string | null, null>(name, value, old, toNull, (given) =>
        typeof given === 'string' ? (readDay(given) ?? undefined) : undefined,
      ),
    flag: (name, value, old) =>
      // Rails reads the words as well as the values (I).
      field(
        name,
        value,
        old,
        () => old,
        (given) =>
          given === true || given === 'true'
            ? true
            : given === false || given === 'false'
              ? false
              : undefined,
      ),
    metaData: (name, value, old) =>
      field<Record<string, unknown> | null, null>(name, value, old, toNull, (given) =>
        isFields(given) ? { ...given } : undefined,
      ),
  };
}
