import { headerText, withoutHint, withoutRepeatNumber } from './header-text';
import { PERHAPS_OF, SYNONYM_OF } from './synonyms';

/**
 * Headers of first and last names in eight languages. Beside one of them "Name" may be the surname.
 */
const NAME_PART =
  /^(?:.* )?(?:(?:first|last|given|family|middle|sur) ?names?|surname|forename|vorname|nachname|familienname|apellidos?(?: \d)?|prenoms?|nombres|nom de famille|primer nombre|cognome|sobrenome|apelidos?|voornaam|achternaam|tussenvoegsel|imie|imiona|nazwisko)(?: .*)?$/;

/** Tells whether a header names a part of a name: "First Name", "Apellidos". */
export function isNamePart(header: string): boolean {
  return NAME_PART.test(headerText(withoutRepeatNumber(header)));
}

/** Tells whether a header may be that of recipients' names, whole or in parts. */
export function isNameHeader(header: string): boolean {
  const text = headerText(withoutHint(withoutRepeatNumber(header)));
  const isWhole =
    text === 'recipient name' ||
    SYNONYM_OF.get(text) === 'recipient-name' ||
    PERHAPS_OF.get(text) === 'recipient-name';
  return isWhole || isNamePart(header);
}
