import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../terms/finding';
import { NOTHING, warningAt, type RowRule } from '../terms/matched-row';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What programs and people write where there is no value, in English, German, Spanish and French; in small letters. */
const PLACEHOLDERS = listed(
  'n/a #n/a null (null) none undefined unknown tbd tba - -- --- – — . .. ... … ? ?? ??? _ / // * ' +
    '(blank) (empty) keine keines unbekannt (leer) ninguno ninguna desconocido (vacío) néant aucun aucune inconnu (vide)',
);
/** Those that may be initials or a name. */
const BUT_IN_NAMES = listed('na n.a. n.a nil nan tbc todo k.a. k.a k/a s/d s.d. n/d n.d. n.d nd s.o. s.o');
/** A word of a name that is nobody's: half of it was not known when two columns were filled. */
const IN_A_NAME = /(?:^|\s)(?:tb[cd]|#?n\/a|\?+|\((?:blank|empty|leer|vacío|vide)\))(?=\s|$)/i;
/** Of text that is longer no word needs to be looked at. */
const LONGEST = 30;
/** Small letters and signs that such a text begins with: a look at one costs the 100,000 others little. */
const FIRST = new Set(Array.from([...PLACEHOLDERS, ...BUT_IN_NAMES], (word) => word.charCodeAt(0)));

/** A text is to become one that stands for no value: it would be printed on the credential as it is. */
export const placeholder: RowRule = ({ row, diff }) => {
  let found: Finding[] | null = null;
  // A plain loop that makes nothing: all rows that change come here, and hardly one has any.
  for (const { attribute, after } of diff.fields) {
    if (typeof after !== 'string' || !isPlaceholder(after, attribute)) continue;
    found ??= [];
    found.push(warningAt(row, 'placeholder', attribute, { text: after }));
  }
  return found ?? NOTHING; // none
};

/** "N/A N/A" too, which comes of two columns that were joined, and "n. a.". */
function isPlaceholder(text: string, attribute: AttributeId): boolean {
  if (attribute === 'recipient-name' && IN_A_NAME.test(text)) return true;
  if (text.length > LONGEST || !mayBegin(text.charCodeAt(0))) return false;
  // A word of one or two letters may be a part of one: "n. a.".
  const [first = ''] = /^\S*/.exec(text.toLowerCase()) ?? [];
  if (first.length > 2 && !PLACEHOLDERS.has(first) && !BUT_IN_NAMES.has(first)) return false;
  const words = text.toLowerCase().split(/\s+/u);
  if (words.every((word) => PLACEHOLDERS.has(word))) return true;
  if (attribute === 'recipient-name') return false;
  const whole = words.join('');
  return BUT_IN_NAMES.has(whole) || PLACEHOLDERS.has(whole);
}

function mayBegin(unit: number): boolean {
  const isCapital = unit >= 65 && unit <= 90;
  return FIRST.has(isCapital ? unit + 32 : unit);
}
