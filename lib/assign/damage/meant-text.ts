import { mayHaveDefects } from './may-have-defects';
import { meantEastAsian } from './meant-east-asian';
import { meantLetters } from './meant-letters';
import type { MeantText } from './meant';
import { remembering } from './memo';
import { USUAL } from './usual-characters';
import { codePage, type PageName } from './code-page';
import { decodedBack, type DecodedBack } from './utf8-back';
import { defectsOf, NO_DEFECTS, type WordDefects } from './word-defects';

/** Encodings of one byte that programs take UTF-8 for. */
const UTF8_TAKEN_FOR: readonly PageName[] = [
  'windows-1252',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'ibm850',
  'ibm437',
  'ibm852',
  'ibm866',
  'iso-8859-2',
  'windows-1257',
  'windows-1258',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'koi8-r',
];
/**
 * Nearly the same as windows-1252. It is tried where no other one gives a text, and is never
 * certain.
 */
const NEARLY_WINDOWS_1252: readonly PageName[] = ['iso-8859-15'];

/**
 * Finds the text that a damaged one was, by decoding it back: "JosÃ©" -> "José". Null where no
 * decoding turns words that nobody writes into words that people write.
 *
 * The proof needs both. "RÓŻA" is valid UTF-8 in windows-1250, but has no defect. "BjØrn" has one,
 * and no decoding that takes it away.
 */
export function meantText(text: string): MeantText | null {
  return mayHaveDefects(text) ? meantOfDefects(text) : meantEastAsian(text, NO_DEFECTS);
}

const meantOfDefects = remembering((text) => {
  const defects = defectsOf(text);
  const { letters, signs, inside } = defects;
  const utf8 = letters + signs > 0 && mayBeUtf8(text) ? meantUtf8(text, defects) : null;
  return utf8 ?? meantEastAsian(text, defects) ?? (inside > 0 ? meantLetters(text) : null);
});

/**
 * Tells whether a text has the two bytes of UTF-8 that a letter takes at least: not "Scrum®Master".
 */
export function mayBeUtf8(text: string): boolean {
  return /[^\x00-\x7F]{2}/u.test(text);
}

function meantUtf8(text: string, defects: WordDefects): MeantText | null {
  const meant = meantBy(UTF8_TAKEN_FOR, text, defects);
  if (meant !== null) return meant;
  const nearly = meantBy(NEARLY_WINDOWS_1252, text, defects);
  return nearly === null ? null : { ...nearly, isCertain: false };
}

function meantBy(pages: readonly PageName[], text: string, defects: WordDefects): MeantText | null {
  const candidates = pages.flatMap((name) => {
    const { bytes } = codePage(name);
    const back = decodedBack(text, (character) => {
      const byte = bytes.get(character) ?? controlByte(character);
      return byte === undefined ? undefined : [byte];
    });
    return back === null ? [] : (candidateOf(back, defects) ?? []);
  });
  return bestOf(candidates);
}

/** A possible text, with what speaks against it. */
interface Candidate {
  readonly text: string;
  readonly left: number;
  readonly after: WordDefects;
}

/** The text with the fewest defects. It is certain where no other one has as few. */
function bestOf(candidates: readonly Candidate[]): MeantText | null {
  const cost = ({ left, after }: Candidate) => left + after.letters + after.signs;
  const least = Math.min(...candidates.map(cost));
  const best = candidates.filter((candidate) => cost(candidate) === least);
  const [first] = best;
  if (first === undefined) return null;
  const isOnly = best.every(({ text }) => text === first.text);
  return { text: first.text, isCertain: isOnly && first.left === 0 && first.after.inside === 0 };
}

/** A decoding that leaves usual letters in words that people write; null for any other one. */
function candidateOf({ text, found, left }: DecodedBack, before: WordDefects): Candidate | null {
  const after = defectsOf(text.normalize('NFC'));
  if (found.includes('\uFFFD')) return { text, left: left + 1, after }; // damaged twice
  if (!USUAL.test(found) || after.east > before.east) return null;
  const isClean = after.letters === 0 && (before.letters > 0 || before.signs > after.signs);
  // "MUñOZ": a program that knows ASCII alone has made the other letters capitals.
  const isHalfUpper =
    left === 0 && /^\p{Ll}+$/u.test(found) && before.inside > after.inside && before.signs > after.signs;
  return isClean || isHalfUpper ? { text, left, after } : null;
}

/** A byte without a character stays a control character in some programs. */
function controlByte(character: string): number | undefined {
  return character >= '\x80' && character <= '\x9F' ? character.charCodeAt(0) : undefined;
}
