import type { Credential } from '../../lib/credential/credential';
import { credentialOf } from './credential';

const GIVEN =
  'Ana Ben Cleo Dan Eva Finn Gus Hana Ivo Jane Kai Lea Max Nora Olaf Pia Quin Rosa Sam Tess'.split(' ');
const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo wu za'.split(' ');

/** The n-th person's name: given names come again every 20 people, whole names after 81,920. */
export function nameOf(n: number): string {
  const part = (shift: number) => SYLLABLES[(n >> shift) & 15] ?? '';
  const surname = part(0) + part(4) + part(8);
  return `${GIVEN[n % 20] ?? ''} ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`;
}

/**
 * A group of `count` people with the ids 1 to `count`; `name` of the n-th is `nameOf(n)` unless
 * said otherwise.
 */
export function peopleOf(count: number, name: (n: number) => string = nameOf): readonly Credential[] {
  return Array.from({ length: count }, (_, index) =>
    credentialOf({
      id: String(index + 1),
      recipientName: name(index + 1),
      recipientEmail: `person${index + 1}@example.org`,
    }),
  );
}

/**
 * The numbers from..to in another order: each takes the place of the one `step` further on, at the
 * end from the start.
 */
export function turned(from: number, to: number, step: number): (n: number) => number {
  const length = to - from + 1;
  return (n) => (n < from || n > to ? n : from + ((n - from + step) % length));
}
