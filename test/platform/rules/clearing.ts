import type { Switches } from '../switches';

/** Meaning of a field of a PUT. */
export type Wish =
  { readonly kind: 'keep' } | { readonly kind: 'clear' } | { readonly kind: 'set'; readonly value: unknown };

const KEEP: Wish = { kind: 'keep' };
const CLEAR: Wish = { kind: 'clear' };

/**
 * Reads one field. What is not there is kept. Of null and "" the switch `clear` says which one
 * clears; the other is ignored in silence, so that a client finds out by reading back
 * (docs/platform.md, Write (?)).
 */
export function wishOf(value: unknown, clear: Switches['clear']): Wish {
  if (value === undefined) return KEEP;
  if (value === null) return clear === 'null' ? CLEAR : KEEP;
  if (value === '') return clear === 'empty-string' ? CLEAR : KEEP;
  return { kind: 'set', value };
}
