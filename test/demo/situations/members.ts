import type { Credential } from '../../platform/state/schema';
import type { Beginning } from './situation';

/** The credentials of the group, in its order. */
export function membersOf({ credentials, group }: Beginning): readonly Credential[] {
  return credentials.filter(({ group_id }) => group_id === group);
}

/**
 * Those whose name and e-mail are theirs alone in the group: a row with one of the two is about
 * nobody else.
 */
export function distinctMembers(beginning: Beginning): readonly Credential[] {
  const members = membersOf(beginning);
  const times = new Map<string, number>();
  const count = (text: string) => times.set(text, (times.get(text) ?? 0) + 1);
  for (const { recipient } of members) {
    count(recipient.email.toLowerCase());
    count(recipient.name.toLowerCase());
  }
  const isAlone = (text: string) => times.get(text.toLowerCase()) === 1;
  return members.filter(({ recipient }) => isAlone(recipient.email) && isAlone(recipient.name));
}

/** A day as the stand-in writes it, as a day of a workbook. */
export function dayCell(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Such a day with another year; 29 February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${String(Number(year) + years)}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}
