/** Marks in front of the letter that they are written above: ESC N H u -> ü. */
const MARKS: Readonly<Record<string, string>> = {
  A: '\u0300',
  B: '\u0301',
  C: '\u0302',
  D: '\u0303',
  H: '\u0308',
  J: '\u030A',
  K: '\u0327',
};
/** Signs of one letter: ESC N q -> æ. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...pairs('!"#(%\'+;<=>?', '¡¢£¤¥§«»¼½¾¿'),
  ...pairs('0123567QkSRc', '°±²³µ¶·¹º©®ª'),
  ...pairs('aqjzbilsy{', 'ÆæŒœÐØÞðøß'),
]);
const ESCAPE = /\u001BN(?:([ABCDHJK])([A-Za-z ])|(.))|\u001B([\u0028-\u002F])([\u0030-\u003F])/gu;

/**
 * Writes the escapes of SYLK for letters beyond ASCII as these letters. SheetJS knows them, and
 * then decodes them a second time: "Müller" -> "M𬬥r". Escapes of ASCII stay as they are, since a
 * line break or semicolon would end the record or field.
 */
export function withoutEscapes(sylk: string): string {
  return sylk.replaceAll(
    ESCAPE,
    (whole, mark?: string, letter?: string, sign?: string, high = '', low = '') => {
      if (mark !== undefined && letter !== undefined) return marked(letter, MARKS[mark] ?? '');
      if (sign !== undefined) return SIGNS.get(sign) ?? whole;
      const code = ((String(high).charCodeAt(0) - 0x20) << 4) | (String(low).charCodeAt(0) - 0x30);
      return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
    },
  );
}

/** A mark alone is left out: it is no letter of a name. */
function marked(letter: string, mark: string): string {
  return letter === ' ' ? '' : (letter + mark).normalize('NFC');
}

function pairs(escapes: string, signs: string): readonly (readonly [string, string])[] {
  return Array.from(escapes, (escape, at) => [escape, signs.charAt(at)] as const);
}
