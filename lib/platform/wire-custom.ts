import { z } from '../zod';

/**
 * The custom attributes of one credential exactly as they came, by name. A write sends the whole
 * map (docs/platform.md, Write), so what is not to change must go back as it was: a number as a
 * number. The map has no prototype, because the account chooses the names, `__proto__` among them.
 */
export type WireCustom = Readonly<Record<string, unknown>>;

export const wireCustom = z.unknown().transform((raw, context): WireCustom => {
  const map = Object.create(null) as Record<string, unknown>;
  if (raw === null) return map;
  // An empty array is how some servers write an empty map. A missing map is not an empty one: it is
  // sent back whole, and an empty one would clear all values.
  const isMap = typeof raw === 'object' && (!Array.isArray(raw) || raw.length === 0);
  if (!isMap) {
    context.addIssue({ code: 'custom', message: 'custom attributes are no map' });
    return z.NEVER;
  }
  for (const [name, value] of Object.entries(raw)) map[name] = value;
  return map;
});

/** The values as text, for comparing and showing. Null and "" are no values and excluded. */
export function customTexts(custom: WireCustom): Readonly<Record<string, string>> {
  const texts = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(custom)) {
    const text = textOfCustom(value);
    if (text !== '') texts[name] = text;
  }
  return texts;
}

function textOfCustom(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
