import { uint8At } from '../../element-at';

/** Encoding of two bytes a character, with what its characters cost by their first byte. */
interface TwoBytes {
  readonly encoding: string;
  /** Ranges of the first byte, and the bits of a character there. Elsewhere it costs RARE. */
  readonly ranges: readonly (readonly [from: number, to: number, bits: number])[];
  readonly frequent: string;
  readonly priorBits: number;
}

const RARE = 14;
/** Bits that a character costs less which very many names and headers have. */
const FREQUENT = 4.5;

const JAPANESE =
  '田山川中本村木林藤佐井松小野高橋鈴伊渡辺加吉石上原口大子美一郎太健花三二和清島崎東京市区県氏名番号学校会社院部課';

const ENCODINGS: readonly TwoBytes[] = [
  {
    encoding: 'shift_jis',
    // Punctuation, kana, then the kanji taught at school.
    ranges: [
      [0x81, 0x81, 7],
      [0x82, 0x83, 6.5],
      [0x88, 0x98, 10],
    ],
    frequent: JAPANESE,
    priorBits: 5,
  },
  {
    encoding: 'euc-jp',
    // Half-width kana behind 0x8E, punctuation, kana, then the kanji.
    ranges: [
      [0x8e, 0x8e, 7],
      [0xa1, 0xa1, 7],
      [0xa4, 0xa5, 6.5],
      [0xb0, 0xcf, 10],
    ],
    frequent: JAPANESE,
    priorBits: 7,
  },
  {
    encoding: 'gb18030',
    ranges: [[0xb0, 0xd7, 9.5]],
    frequent:
      '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许姓名编号学校大公司课小明华伟芳丽国建文志军平东强子',
    priorBits: 5,
  },
  {
    encoding: 'big5',
    ranges: [[0xa4, 0xc6, 9.5]],
    frequent:
      '陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高姓名編號學校大公司課小明華家志雅怡君豪文淑美玉子',
    priorBits: 6,
  },
  {
    encoding: 'euc-kr',
    ranges: [[0xb0, 0xc8, 8.5]],
    frequent:
      '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지수현영준은경미호이름번호학교',
    priorBits: 5,
  },
];

const HALF_KANA = 5;
/**
 * Half-width kana that nobody writes: a voice mark behind a kana without a voiced form, a small one
 * at the start, any beside a letter of ASCII.
 */
const WRONG_KANA = /(?<![ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<![ﾊ-ﾎ])ﾟ|(?<![ｱ-ﾟ])[ｧ-ｰ]|(?<=[A-Za-z])[｡-ﾟ]|[｡-ﾟ](?=[A-Za-z])/g;
const NEVER = 10;

/** Bits that the sample costs in each two-byte encoding in which it can be read. */
export function twoByteCosts(
  sample: Uint8Array,
): readonly { encoding: string; bits: number; text: string }[] {
  return ENCODINGS.flatMap((one) => {
    const text = decodeStrictly(sample, one.encoding);
    if (text === null) return [];
    return [{ encoding: one.encoding, bits: one.priorBits + costOf(sample, text, one), text }];
  });
}

function costOf(sample: Uint8Array, text: string, { encoding, ranges, frequent }: TwoBytes): number {
  let bits = 0;
  for (const character of text) {
    if (character >= '\x80' && frequent.includes(character)) bits -= FREQUENT;
  }
  for (let at = 0; at < sample.length; at += 1) {
    const lead = uint8At(sample, at);
    if (lead < 0x80) continue;
    if (encoding === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) {
      bits += HALF_KANA;
      continue;
    }
    at += 1;
    bits += ranges.find(([from, to]) => lead >= from && lead <= to)?.[2] ?? RARE;
  }
  return bits + (text.match(WRONG_KANA)?.length ?? 0) * NEVER;
}

function decodeStrictly(sample: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
