import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../terms/finding';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Texts that programs and people write where there is no value, in English, German, Spanish and
 * French; in lower case.
 */
const PLACEHOLDERS = listed(
  'n/a #n/a null (null) none undefined unknown nat <na> <null> loading... loading… tbd tba - -- --- – — . .. ... … ? ?? ??? _ / // * ' +
    '(blank) (empty) keine keines unbekannt (leer) ninguno ninguna desconocido (vacío) néant aucun aucune inconnu (vide)',
);
/** Texts of this kind that may be initials or a name. */
const BUT_IN_NAMES = listed('na n.a. n.a nil nan tbc todo k.a. k.a k/a s/d s.d. n/d n.d. n.d nd s.o. s.o');
/** A word that makes no name: half of it was not known when two columns were joined, "Jane N/A". */
const IN_A_NAME = /(?:^|\s)(?:tb[cd]|#?n\/a|<na>|undefined|\?+|\((?:blank|empty|leer|vacío|vide)\))(?=\s|$)/i;
/**
 * Words of programs in one letter case, among words in another one: "Ada nan", but "Nan King" and
 * "ANN NULL".
 */
const OF_A_PROGRAM = /(?:^|\s)(?:nan|NaN|null|NaT)(?=\s|$)/;
/** Longer texts are no placeholder. */
const LONGEST = 30;
/**
 * First characters of such texts, in lower case: a look at one sign clears most of 100,000 values.
 */
const FIRST = new Set(Array.from([...PLACEHOLDERS, ...BUT_IN_NAMES], (word) => word.charCodeAt(0)));

/**
 * The new text stands for no value, and would be printed on the credential as it is: grade "N/A" ->
 * warning, grade "NA" -> warning, name "Na" -> none, as it is a name.
 */
export const placeholder: RowRule = ({ row, diff }) => {
  let found: Finding[] | null = null;
  // A plain loop that allocates nothing: every row that changes comes here, and hardly one has any.
  for (const { attribute, after } of diff.fields) {
    if (typeof after !== 'string' || !isPlaceholder(after, attribute)) continue;
    found ??= [];
    found.push(warningAt(row, 'placeholder', attribute, null));
  }
  return found ?? NOTHING; // none
};

/** Whether a text is a placeholder, "N/A N/A" of two joined columns and "n. a." as well. */
function isPlaceholder(text: string, attribute: AttributeId): boolean {
  if (attribute === 'recipient-name' && (IN_A_NAME.test(text) || OF_A_PROGRAM.test(text))) return true;
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
