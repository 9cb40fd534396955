import { headerText } from './header-text';

/**
 * Words for an id, for a number and for the thing that is numbered, in the languages of the
 * synonyms. They are in the form of `headerText`: lower case, without accents.
 */
const NEUTRAL = new Set(
  (
    'id ids no nr num nb number numbers nummer nummern numero ref reference referenz referencia ' +
    'code codes codigo key schlussel clave cle uuid guid unique cert certificate zertifikat certificado ' +
    'certificat badge badges credential credentials credencial nachweis diploma diplom diplome license licence lizenz licencia ' +
    'column columna spalte colonne field feld campo champ de of'
  ).split(' '),
);
/** A name that a program gave a column: "A", "AB", "F3", "7". */
const GIVEN_BY_PROGRAM = /^(?:[a-z]{1,2}\d*|\d+)$/;

/**
 * Tells whether a header says nothing of the person whose id its column holds: it is blank, a
 * column letter, or made of words for numbers. "", "Column A", "Cert No", "Nr." -> true. "ID
 * kierownika", "N+1", "Tunnus" -> false: no list of words knows every way to say "manager".
 */
export function isNeutralHeader(header: string): boolean {
  const words = headerText(header)
    .split(' ')
    .filter((word) => word !== '');
  return words.every((word) => NEUTRAL.has(word)) || isGiven(words);
}

/** "column a", "f3": one name of a program, perhaps behind a neutral word. */
function isGiven(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''; // blank headers are neutral already
  return GIVEN_BY_PROGRAM.test(last) && words.slice(0, -1).every((word) => NEUTRAL.has(word));
}
