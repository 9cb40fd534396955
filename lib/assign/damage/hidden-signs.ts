import { isPlainText } from '../../credential/plain-text';

/** Signs that a reader does not see, and that are no space. */
const ANY =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB]|\uD834[\uDD73-\uDD7A]|\uDB40[\uDC00-\uDDEF]/;
const EACH = new RegExp(ANY, 'g');

/** Signs that turn letters around, and signs that no standard uses any more. */
const NEVER = /[\u202D\u202E\u206A-\u206F\u3164\uFFA0\uFFF9-\uFFFB]|\uD834[\uDD73-\uDD7A]/;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|\uD802|\uD803|\uD83A|\uD83B/;
const OLD_HANGUL = /[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]/;
const BRAILLE = /[\u2801-\u28FF]/;
/**
 * Letters of scripts in which joiners make another word: Arabic, India's, Khmer, Mongolian and the
 * like.
 */
const JOINED =
  /[\u0600-\u08FF\u0900-\u0DFF\u0F00-\u0FFF\u1000-\u109F\u1780-\u18AF\u1A20-\u1BFF\uA800-\uABFF\uFB50-\uFDFF\uFE70-\uFEFC]|\uD804|\uD805/;
/** Scripts without spaces, in which a line may break at a zero-width one. */
const UNSPACED =
  /[\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF\u1950-\u19DF\u1A20-\u1AAF\uA980-\uA9DF\uAA00-\uAADF\u3040-\u30FF\u3400-\u9FFF]/;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u20E3]/u;
const MONGOLIAN = /[\u1800-\u18AF]/;
/** A flag that tags follow, at the end of a text. */
const TAGGED_FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u;
/** UTF-16 units of a tagged flag: the flag and the seven tags of Scotland. */
const LONGEST_FLAG = 16;

/** How much a sign is to be doubted where it stands. */
export type HiddenSign = 'needed' | 'unusual' | 'never';

/**
 * Judges the signs of a text that nobody sees, by the worst one: `never` where no honest text has
 * it, `needed` where a script needs it, or there is none.
 *
 * "100\u202E001" -> never. "Anna\u200DKing" -> unusual. "علی\u200Cرضا", a family of emoji ->
 * needed.
 */
export function hiddenSigns(text: string): HiddenSign {
  if (isPlainText(text) || !ANY.test(text)) return 'needed'; // nearly all
  let worst: HiddenSign = 'needed';
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  for (const { 0: sign, index } of text.matchAll(EACH)) {
    const verdict = judge(sign, text, index, isRightToLeft);
    if (verdict === 'never') return verdict;
    if (verdict === 'unusual') worst = verdict;
  }
  return worst;
}

/** A text without the signs that nobody sees and no script needs. */
export function withoutHiddenSigns(text: string): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  return text.replace(EACH, (sign: string, at: number) =>
    judge(sign, text, at, isRightToLeft) === 'needed' ? sign : '',
  );
}

/** Judges the sign at a place. It looks at its neighbours alone, as a text may have a million. */
function judge(sign: string, text: string, at: number, isRightToLeft: boolean): HiddenSign {
  if (NEVER.test(sign)) return 'never';
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at + sign.length) ?? 0x20);
  const isBeside = (pattern: RegExp) => pattern.test(before) || pattern.test(after);
  const neededIf = (isNeeded: boolean, otherwise: HiddenSign = 'unusual') =>
    isNeeded ? 'needed' : otherwise;
  const code = sign.codePointAt(0) ?? 0;
  switch (code) {
    case 0x200c:
    case 0x200d:
      return neededIf(JOINED.test(before) || (PICTURE.test(before) && PICTURE.test(after)));
    case 0x200b:
    case 0x2060:
      return neededIf(isBeside(UNSPACED));
    case 0x200e:
    case 0x200f:
    case 0x061c:
      return neededIf(isRightToLeft);
    case 0x2800:
      return neededIf(isBeside(BRAILLE), 'never');
    case 0x115f:
    case 0x1160:
      return neededIf(isBeside(OLD_HANGUL), 'never');
    case 0x034f:
      return neededIf(isRightToLeft);
    default:
      break;
  }
  // Embeddings and isolates turn the order of words and numbers, which only right-to-left text
  // needs.
  if ((code >= 0x202a && code <= 0x202c) || (code >= 0x2066 && code <= 0x2069))
    return isRightToLeft ? 'unusual' : 'never';
  if (code >= 0xfe00 && code <= 0xfe0f)
    return neededIf(/[\p{S}\p{L}\p{N}#*]/u.test(before) && /[^a-z]/i.test(before));
  if (code >= 0x180b && code <= 0x180f) return neededIf(MONGOLIAN.test(before));
  // Tags spell the flags of England, Scotland and Wales, behind a black flag. Elsewhere they hide
  // text.
  if (code >= 0xe0000 && code <= 0xe007f)
    return neededIf(TAGGED_FLAG.test(text.slice(Math.max(0, at - LONGEST_FLAG), at)), 'never');
  if (code >= 0xe0100) return neededIf(/[\p{Script=Han}]/u.test(before));
  return 'unusual';
}

function characterBefore(text: string, at: number): string {
  const isPair = at > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return at === 0 ? ' ' : text.slice(isPair ? at - 2 : at - 1, at);
}
