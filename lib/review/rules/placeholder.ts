import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../terms/finding';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Texts that programs and people write where there is no value, in English, German, Spanish,
 * French, Portuguese, Italian, Dutch and Polish; in lower case.
 */
const PLACEHOLDERS = listed(
  'n/a #n/a null (null) none undefined unknown nat <na> <null> loading... loading… tbd tba - -- --- – — . .. ... … ? ?? ??? _ / // * ' +
    '(blank) (empty) keine keines unbekannt (leer) ninguno ninguna desconocido (vacío) néant aucun aucune inconnu (vide) ' +
    'nenhum nenhuma desconhecido (vazio) nessuno nessuna sconosciuto (vuoto) geen onbekend (leeg) n.v.t. nvt brak nieznany (puste) ' +
    '\\n pending...',
);
/** Texts of this kind that may be initials or a name. */
const BUT_IN_NAMES = listed('na n.a. n.a nil nan tbc todo k.a. k.a k/a s/d s.d. n/d n.d. n.d nd s.o. s.o');
/** The same in several words, without the spaces between them. */
const PHRASES = listed(
  'tobeconfirmed tobeannounced tobedetermined tobeadvised tobedefined tobedecided notapplicable notavailable notassigned ' +
    'noname novalue noaplica nodisponible sinnombre nonapplicable nondisponible nonrenseigné nichtzutreffend nichtverfügbar ' +
    'keineangabe keineangaben nãoaplicável nãodisponível nãoinformado nonapplicabile nondisponibile nietvantoepassing nietbekend ' +
    'niedotyczy',
);
const MAY_BE_PHRASE = /^(?:to be|no[nt]? |n[ãa]o |ni(?:e|cht|et) |keine |sin )/i;
/**
 * One letter again and again, where a name was wanted: "xxx", "aaaa". In other texts an x alone.
 */
const ONE_LETTER = /^(\p{L})\1{2,}$/iu;
const ONLY_X = /^x{3,}$/i;
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
  if (text.length > LONGEST) return false;
  if (text.length > 2 && text[1]?.toLowerCase() === text[0]?.toLowerCase() && isOneLetter(text, attribute))
    return true;
  if (!mayBegin(text.charCodeAt(0))) return false;
  if (MAY_BE_PHRASE.test(text) && PHRASES.has(text.toLowerCase().replace(/\s+/gu, ''))) return true;
  // A word of one or two letters may be a part of one: "n. a.".
  const [first = ''] = /^\S*/.exec(text.toLowerCase()) ?? [];
  if (first.length > 2 && !PLACEHOLDERS.has(first) && !BUT_IN_NAMES.has(first)) return false;
  const words = text.toLowerCase().split(/\s+/u);
  if (words.every((word) => PLACEHOLDERS.has(word))) return true;
  if (attribute === 'recipient-name') return false;
  const whole = words.join('');
  return BUT_IN_NAMES.has(whole) || PLACEHOLDERS.has(whole);
}

function isOneLetter(text: string, attribute: AttributeId): boolean {
  return (attribute === 'recipient-name' ? ONE_LETTER : ONLY_X).test(text);
}

function mayBegin(unit: number): boolean {
  const isCapital = unit >= 65 && unit <= 90;
  return FIRST.has(isCapital ? unit + 32 : unit);
}
