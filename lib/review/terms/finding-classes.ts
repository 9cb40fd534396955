import type { EmailChangeFacts, NameChangeClass } from './finding';

type EmailChangeClass = EmailChangeFacts['emailClass'];

/** Classes of a name change, harmless ones first. */
export const NAME_CLASSES: readonly NameChangeClass[] = [
  'spelling',
  'order',
  'typo',
  'surname',
  'another-person',
];

/** Classes of a change of e-mail. */
export const EMAIL_CLASSES: readonly EmailChangeClass[] = ['local-part', 'domain', 'look-alike'];

/** The number of a class in a column: its place in the list of classes, from 1; 0 for none. */
export function classNumber<C>(classes: readonly C[], name: C | null): number {
  return name === null ? 0 : classes.indexOf(name) + 1;
}

/** The number of a name of which the given name stays. */
export const SURNAME = classNumber(NAME_CLASSES, 'surname');
/** The number of a name that is another person's. */
export const ANOTHER_PERSON = classNumber(NAME_CLASSES, 'another-person');
