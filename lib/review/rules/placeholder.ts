import type { AttributeId } from '../../credential/attribute';
import { warningAt, type RowRule } from '../row-in-hand';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What programs and people write where there is no value, in English, German, Spanish and French; in small letters. */
const PLACEHOLDERS = listed(
  'n/a #n/a null (null) none undefined unknown tbd tba - -- --- – — . .. ... … ? ?? ??? _ / // * ' +
    '(blank) (empty) keine keines unbekannt (leer) ninguno ninguna desconocido (vacío) néant aucun aucune inconnu (vide)',
);
/** Those that may be initials or a name. */
const BUT_IN_NAMES = listed('na n.a. n.a nil nan tbc todo k.a. k.a k/a s/d s.d. n/d n.d. n.d nd s.o. s.o');
/** Of text that is longer no word needs to be looked at. */
const LONGEST = 30;

/** A text is to become one that stands for no value: it would be printed on the credential as it is. */
export const placeholder: RowRule = ({ row, diff }) =>
  diff.fields.flatMap(({ attribute, after }) =>
    typeof after === 'string' && isPlaceholder(after, attribute)
      ? [warningAt(row, 'placeholder', attribute, { text: after })]
      : [],
  );

/** "N/A N/A" too, which comes of two columns that were joined, and "n. a.". */
function isPlaceholder(text: string, attribute: AttributeId): boolean {
  if (text.length > LONGEST) return false;
  const words = text.toLowerCase().split(/\s+/u);
  if (words.every((word) => PLACEHOLDERS.has(word))) return true;
  if (attribute === 'recipient-name') return false;
  const whole = words.join('');
  return BUT_IN_NAMES.has(whole) || PLACEHOLDERS.has(whole);
}
