import type { PublicSight } from './public-sight';

/**
 * The sign of each sight, in the storage and in messages: a run can have 100,000 entries. They
 * never change their meaning.
 */
const SIGNS: Readonly<Record<PublicSight, string>> = {
  'not-asked': '-',
  seen: 's',
  old: 'o',
  other: 'x',
  'not-public': 'p',
  revoked: 'r',
  hidden: 'h',
  'no-answer': 'n',
  'later-run': 'l',
  'no-change': '.',
};
const SIGHTS: ReadonlyMap<string, PublicSight> = new Map(
  (Object.entries(SIGNS) as [PublicSight, string][]).map(([sight, sign]) => [sign, sight]),
);

/** The sights of a check, in the order of the entries. */
export function sightsOf(signs: string): readonly PublicSight[] {
  return Array.from(signs, (sign) => SIGHTS.get(sign) ?? 'no-answer'); // the schema lets no other pass
}

/** The sights as they are stored. */
export function signsOf(sights: readonly PublicSight[]): string {
  return sights.map((sight) => SIGNS[sight]).join('');
}
