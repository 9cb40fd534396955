import { WINDOWS_1252_SIGNS } from './windows-1252-signs';

/** Accents by the name that HTML gives them behind a letter: "&eacute;" is e with an acute. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030A',
  caron: '\u030C',
  ogon: '\u0328',
  breve: '\u0306',
  macr: '\u0304',
  dot: '\u0307',
  dblac: '\u030B',
};

/** Other characters that have names, by name and character in turn (HTML Living Standard, 13.5). */
const NAMED =
  'amp & lt < gt > quot " apos \' nbsp \u00A0 shy \u00AD hellip … ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” ' +
  'bdquo „ laquo « raquo » lsaquo ‹ rsaquo › bull • middot · euro € pound £ yen ¥ cent ¢ trade ™ copy © reg ® deg ° ' +
  'plusmn ± times × divide ÷ frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ sect § para ¶ iexcl ¡ iquest ¿ ordf ª ordm º ' +
  'szlig ß aelig æ AElig Æ oelig œ OElig Œ oslash ø Oslash Ø eth ð ETH Ð thorn þ THORN Þ lstrok ł Lstrok Ł dstrok đ ' +
  'Dstrok Đ imath ı inodot ı zwnj \u200C zwj \u200D ensp \u2002 emsp \u2003 thinsp \u2009 NewLine \n Tab \t lpar ( rpar ) ' +
  'comma , period . colon : semi ; num # percnt % plus + excl ! quest ? commat @ sol / lowbar _ dash ‐';

let names: ReadonlyMap<string, string> | null = null;

function makeNames(): ReadonlyMap<string, string> {
  const words = NAMED.split(' ');
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : [])));
}

const ENTITY =
  /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{1,8}));|&(amp|lt|gt|quot|nbsp|#0?39)(?![\w;=])/g;

/**
 * Replaces the entities of HTML by their characters: "O&#039;Brien" -> "O'Brien", "Garc&iacute;a"
 * -> "García". What only looks like one stays: "Q&As;", "R&D". A text without any is the same text,
 * whatever its composition.
 */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const plain = text.replace(
    ENTITY,
    (whole, decimal?: string, hex?: string, name?: string, open?: string) => {
      if (decimal !== undefined) return characterOf(Number(decimal)) ?? whole;
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16)) ?? whole;
      if (open?.startsWith('#')) return "'";
      return namedCharacter(name ?? open ?? '') ?? whole;
    },
  );
  return plain === text ? text : plain.normalize('NFC');
}

/** Browsers read the numbers 128 to 159 as bytes of windows-1252: "O&#146;Brien" -> "O’Brien". */
function characterOf(code: number): string | null {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252_SIGNS.charAt(code - 0x80);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

function namedCharacter(name: string): string | null {
  names ??= makeNames();
  const named = names.get(name);
  if (named !== undefined) return named;
  const accent = Object.hasOwn(ACCENTS, name.slice(1)) ? ACCENTS[name.slice(1)] : undefined;
  return accent === undefined ? null : (name.charAt(0) + accent).normalize('NFC');
}
