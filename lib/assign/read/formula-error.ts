/**
 * Names of errors as programs in any language write them: capitals, or a word, with a mark behind
 * it. "#REF!", "#DIV/0!", "#ЗНАЧ!", "#¿NOMBRE?", "#Num!" -> error. "#1", "#C", "#LearnMore!" ->
 * none.
 */
const MARKED =
  /^#[¡¿]?(?:[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{N}_]+|\p{Lu}\p{Ll}+)(?:\/[\p{L}\p{N}]{1,2})?[!?]$|^#\p{L}\/\p{N}!$/u;
/** "Not available" in short: "#N/A", "#N/D", "#Н/Д", "#I/T". */
const NOT_AVAILABLE = /^#(?:[NН]\/\p{L}{1,2}|I\/T)!?$/iu;
/** Errors of Excel and Access that have no mark, so that no shape tells them from a hashtag. */
const UNMARKED = new Set(['#NV', '#NB', '#YOK', '#HIÁNYZIK', '#NENÍ_K_DISPOZICI', '#GETTING_DATA']);
const UNMARKED_WORDS = new Set(['#Error', '#Deleted']);
const LIBREOFFICE_ERROR = /^(?:Err|Fehler|Erreur|Errore|Error|Erro|Fout|Ошибка) ?:5\d\d$/;
const LONGEST = 24;

/**
 * Tells whether a text cell is a formula error that a program saved as text. Only the whole text of
 * a cell counts.
 */
export function isFormulaError(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (!text.startsWith('#')) return text.includes(':5') && LIBREOFFICE_ERROR.test(text);
  return (
    MARKED.test(text) ||
    NOT_AVAILABLE.test(text) ||
    UNMARKED.has(text.toUpperCase()) ||
    UNMARKED_WORDS.has(text)
  );
}
