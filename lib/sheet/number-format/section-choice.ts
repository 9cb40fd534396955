import type { Token } from './format-sections';

export type Condition = Extract<Token, { readonly kind: 'condition' }>;

/**
 * Chooses the section for a number. `unsigned` is true when the section itself shows that the
 * number is negative.
 */
export type SectionChoice = (value: number) => { readonly section: number; readonly unsigned: boolean };

const POSITIVE: Condition = { kind: 'condition', sign: '>', than: 0 };

/**
 * Chooses sections by their conditions, of which there is at least one (ECMA-376 18.8.31): the
 * first that is met, else the last section. Null for what spreadsheet programs disagree on: a
 * condition missing before the last section, or no section for the rest.
 */
export function sectionChoice(conditions: readonly (Condition | undefined)[]): SectionChoice | null {
  const [first = conditions.length === 3 ? POSITIVE : undefined, second] = conditions;
  if (conditions.length < 2 || first === undefined || (conditions.length === 3 && !second)) return null;
  const others = conditions.length === 3 && second ? [first, second] : [first];
  const ofNothing = others.length === 1 || (second?.sign === '=' && second.than === 0);
  const restIsNegative = first.sign.startsWith('>') && first.than === 0 && ofNothing;
  return (value) => {
    const met = others.findIndex((condition) => isMet(condition, value));
    const one = others[met];
    if (one === undefined) return { section: others.length, unsigned: restIsNegative };
    return { section: met, unsigned: one.sign.startsWith('<') && one.sign !== '<>' && one.than <= 0 };
  };
}

function isMet({ sign, than }: Condition, value: number): boolean {
  if (sign === '<>') return value !== than;
  return (
    (sign.includes('=') && value === than) ||
    (sign.startsWith('<') && value < than) ||
    (sign.startsWith('>') && value > than)
  );
}
