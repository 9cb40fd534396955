/**
 * Formula errors as Excel and LibreOffice write them into text, in English, German, Spanish and
 * French. Only the whole text of a cell counts.
 */
const ERRORS = new Set([
  '#N/A',
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#NV',
  '#WERT!',
  '#BEZUG!',
  '#ZAHL!',
  '#ÜBERLAUF!',
  '#¡VALOR!',
  '#¡REF!',
  '#¿NOMBRE?',
  '#¡NUM!',
  '#¡DIV/0!',
  '#NULO!',
  '#VALEUR!',
  '#NOM?',
  '#NOMBRE!',
]);
const LIBREOFFICE_ERROR = /^Err:5\d\d$/;

/** Tells whether a text cell is a formula error that a program saved as text. */
export function isFormulaError(text: string): boolean {
  if (!text.startsWith('#')) return text.startsWith('E') && LIBREOFFICE_ERROR.test(text);
  return ERRORS.has(text.toUpperCase());
}
