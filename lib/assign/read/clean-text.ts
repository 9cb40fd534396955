import { assertNever } from '../../assert-never';
import type { AttributeKind } from '../../credential/attribute';
import { isPlainText } from '../../credential/plain-text';
import { foldedDigits, foldedWidth } from '../../sheet/cells/folded-width';

const INVISIBLE = /[\u200B\u2060\uFEFF]/g;
/**
 * Text in which nothing is visible: spaces, joiners, fillers, soft hyphens, direction marks, an
 * empty Braille cell.
 *
 * A soft hyphen beside visible text stays. It can be the second byte of a damaged letter: "Ã\u00AD"
 * was "í".
 */
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u0085\u2800]*$/u;
/**
 * Spaces and direction marks around a text come with copying. Inside a text direction marks may be
 * meant. U+202E stays: the text behind it was shown the other way round.
 */
const AROUND = String.raw`[\s\u200B\u200E\u200F\u202A-\u202D\u2060\u2066-\u2069\uFEFF]`;
/** At the end only whole runs are tried, so that a million spaces within a text are read once. */
const INVISIBLE_AROUND = new RegExp(`^${AROUND}+|(?<!${AROUND})${AROUND}+$`, 'g');
const ODD_SPACE = /[\u00A0\u2000-\u200A\u202F\u3000\t]/g;

/**
 * Cleans a cell's text as it is written to the platform: NFC, without spaces and invisible
 * characters around it. Running text (`text`) keeps what is inside. In every other kind a no-break
 * space becomes a space, and zero-width characters are removed. Values that are no words are
 * written in ASCII: full-width "＠" and "＋", and in phones and days the digits of every script. ""
 * when nothing is visible.
 */
export function cleanText(text: string, kind: AttributeKind): string {
  if (isPlainText(text)) return text;
  if (NOTHING_SEEN.test(text)) return '';
  const trimmed = text.normalize('NFC').replace(INVISIBLE_AROUND, '');
  if (kind === 'text') return trimmed;
  const shown = trimmed.replace(INVISIBLE, '').replace(ODD_SPACE, ' ');
  switch (kind) {
    case 'day':
    case 'phone':
      return foldedDigits(shown);
    case 'email':
    case 'id':
    case 'flag':
      return foldedWidth(shown);
    case 'name':
    case 'url':
    case 'image':
      return shown;
    default:
      return assertNever(kind);
  }
}
