import type { ColumnFacts } from '../facts/describe-columns';
import { aboutAnother } from './about-another';
import { headerText, withoutRepeatNumber } from './header-text';

/** Headers of first and last names in eight languages, and as CRM exports write them. */
const GIVEN =
  /^(?:.* )?(?:first ?name|given ?names?|fore ?name|vornamen?|rufname|prenoms?|nombres?|primer nombre|nome|voorna(?:am|men)|imie|imiona)(?: .*)?$/;
const FAMILY =
  /^(?:.* )?(?:last ?name|family ?name|sur ?name|nachnamen?|familienname|zuname|apellidos?|nom de famille|cognome|sobrenome|apelidos?|achterna(?:am|men)|nazwiska?)(?: .*)?$/;
/** Header of the surname beside a first name: "Name, Vorname", "Nom, Prénom", "Naam, Voornaam". */
const BARE_NAME = /^(?:name|nom|naam)$/;
const MIDDLE =
  /^(?:.* )?(?:middle|second given|zweiter vorname|segundo nombre|deuxieme prenom|tussenvoegsel)(?: .*)?$/;
/**
 * Words of headers for other names than those of people: "Nome do curso", "Nombre de la empresa".
 */
const OF_THINGS =
  /(?:^| )(?:c[uo]+rs|kurs|certi|zerti|badge|diplom|progra|empres|compan|compag|firma|azien|bedrijf|instit|organi|escola|escuela|ecole|scuola|school|grupo|group)/;

/**
 * Finds the columns of first and last name of the recipient. Null unless the sheet has one of each.
 * "Manager First Name" is none: managers may be people of the group as well.
 */
export function nameParts(
  facts: readonly Pick<ColumnFacts, 'column' | 'header'>[],
): { readonly given: number; readonly family: number } | null {
  const which = (pattern: RegExp) =>
    facts.filter(({ header }) => {
      const text = headerText(withoutRepeatNumber(header));
      return pattern.test(text) && !OF_THINGS.test(text) && aboutAnother(header) !== 'person';
    });
  const [given, another] = which(GIVEN);
  if (given === undefined || another !== undefined) return null;
  const families = which(FAMILY);
  const [family, other] = families.length > 0 ? families : which(BARE_NAME);
  if (family === undefined || other !== undefined || family.column === given.column) return null;
  return { given: given.column, family: family.column };
}

/** Tells whether a header is that of middle names, or of what stands before a Dutch surname. */
export function isMiddleName(header: string): boolean {
  return MIDDLE.test(headerText(withoutRepeatNumber(header)));
}
