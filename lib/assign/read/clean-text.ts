import type { AttributeKind } from '../../credential/attribute';
import { isPlainText } from '../../credential/plain-text';

const INVISIBLE = /[\u200B\u2060\uFEFF]/g;
/**
 * Nothing but space and signs without a shape: joiners, fillers, soft hyphens, marks of direction, an empty Braille cell.
 * Around and inside of what is seen a soft hyphen stays: it can be the second half of a damaged letter ("Ã\u00AD" was "í").
 */
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u0085\u2800]*$/u;
/** Direction marks come with copying from address books and web pages; inside a text they may be meant. */
const INVISIBLE_AROUND =
  /^[\s\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+|[\s\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+$/g;
const ODD_SPACE = /[\u00A0\u2000-\u200A\u202F\u3000\t]/g;

/**
 * A cell's text as it is written to the platform: composed (NFC), without the spaces and invisible signs around it that
 * come with copying. In running text what stands inside is the author's; everywhere else a no-break space is only a space
 * and a zero-width sign is nothing. "" for a cell in which nothing can be seen.
 */
export function cleanText(text: string, kind: AttributeKind): string {
  if (isPlainText(text)) return text;
  if (NOTHING_SEEN.test(text)) return '';
  const trimmed = text.normalize('NFC').replace(INVISIBLE_AROUND, '');
  return kind === 'text' ? trimmed : trimmed.replace(INVISIBLE, '').replace(ODD_SPACE, ' ');
}
