import { isErrorName } from './error-names';

/**
 * Shapes that nothing else has: a division by 0, "not available" in short, and the inverted signs
 * of Spanish. "#XYZ/0!", "#N/D", "#Н/Д", "#¿NOMBRE?".
 */
const SHAPE = /^#(?:\p{L}+\/0!|\p{L}\/A|[NН]\/\p{L}{1,2}!?|[¡¿]\p{L}[\p{L}\p{N}/_]*[!?])$/u;
/** French puts a space in front of the mark: "#NOM ?". */
const SPACE_BEFORE_MARK = /\s+(?=[!?]$)/u;
const LIBREOFFICE_ERROR = /^(?:Err|Fehler|Erreur|Errore|Error|Erro|Fout|Ошибка) ?:5\d\d$/;
const LONGEST = 24;

/**
 * Tells whether a text cell is a formula error that a program saved as text. Only the whole text of
 * a cell counts, by the names of errors in the languages of spreadsheet programs, in any width.
 * `isTyped`: the admin typed it, so a mere shape is meant.
 *
 * "#REF!", "#NOM ?", "#ВЕЛИЧИНА!", "＃ＲＥＦ！" -> error. "#Team!", "#KPI!", "#1" -> none.
 */
export function isFormulaError(text: string, isTyped = false): boolean {
  if (text.length > LONGEST) return false;
  const first = text.charCodeAt(0);
  if (first !== NUMBER_SIGN && first !== WIDE_NUMBER_SIGN)
    return text.includes(':5') && LIBREOFFICE_ERROR.test(text);
  const plain = text.normalize('NFKC').replace(SPACE_BEFORE_MARK, '');
  return isErrorName(plain) || (!isTyped && SHAPE.test(plain));
}

const NUMBER_SIGN = 0x23;
const WIDE_NUMBER_SIGN = 0xff03;
