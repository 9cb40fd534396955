import type { MeantText } from './meant';
import { twoBytePage, type TwoByteName } from './two-byte-page';
import { USUAL } from './usual-characters';
import { decodedBack, type DecodedBack } from './utf8-back';
import { defectsOf, type WordDefects } from './word-defects';

const EAST_ASIAN: readonly TwoByteName[] = ['gbk', 'shift_jis', 'euc-kr', 'big5'];

/** Latin, Chinese and the like in words of which a decoding makes one script. */
export function meantEastAsian(text: string, { east }: WordDefects): MeantText | null {
  const isRare = east === 0 && /^[\u2E80-\uFFEF\s]{2,}$/.test(text) && rareHan(text) > 0;
  if (east === 0 && !isRare) return null;
  for (const name of EAST_ASIAN) {
    const page = twoBytePage(name);
    const back = decodedBack(text, (character) => page.get(character));
    if (back === null || !USUAL.test(back.found)) continue;
    const after = defectsOf(back.text.normalize('NFC'));
    const isBetter = isRare ? back.left === 0 && isUsualWord(back) : east > after.east;
    if (isBetter && after.letters + after.east === 0) return { text: back.text, isCertain: back.left === 0 };
  }
  return null;
}

/** Usual Chinese, or a word of another alphabet, in which nothing of the text is left. */
function isUsualWord({ text, found }: DecodedBack): boolean {
  if (text.replace(/\s/g, '') !== found) return false;
  return /^\p{Script=Han}{2,}$/u.test(found) ? rareHan(found) === 0 : /^\p{L}{4,}$/u.test(found);
}

/**
 * Counts the characters of Chinese that GBK has and GB2312, which is made of the usual ones, has
 * not. UTF-8 read as GBK is full of them: "浣犲ソ" was "你好".
 */
function rareHan(text: string): number {
  const page = twoBytePage('gbk');
  let rare = 0;
  for (const character of text) {
    const [lead = 0xff, trail = 0xff] = page.get(character) ?? [];
    if (lead < 0xa1 || trail < 0xa1) rare += 1;
  }
  return rare;
}
