import { WINDOWS_1252_SIGNS } from '../../credential/windows-1252-signs';

/** Entity names of U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

/**
 * Entity names of U+0100 to U+017E, in order, for central European languages. A hyphen stands for
 * none.
 */
const LATIN_EXTENDED =
  'Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok ' +
  'Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil - Hcirc hcirc Hstrok ' +
  'hstrok Itilde itilde Imacr imacr - - Iogon iogon Idot imath IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute ' +
  'lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG ' +
  'eng Omacr omacr - - Odblac odblac OElig oelig Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc ' +
  'Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring ' +
  'uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron';

/** Other names of HTML 4 that spreadsheet programs write in names and everyday text. */
const OTHERS: readonly (readonly [name: string, character: string])[] = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['euro', '€'],
  ['trade', '™'],
  ['hellip', '…'],
  ['bull', '•'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['fnof', 'ƒ'],
  ['circ', 'ˆ'],
  ['tilde', '˜'],
  ['dagger', '†'],
  ['Dagger', '‡'],
  ['permil', '‰'],
  ['minus', '−'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200C'],
  ['zwj', '\u200D'],
  ['lrm', '\u200E'],
  ['rlm', '\u200F'],
];

const charactersFrom = (first: number, names: string) =>
  names.split(' ').map((name, index) => [name, String.fromCharCode(first + index)] as const);

/** Names that browsers also read without their semicolon. */
const OLD: ReadonlyMap<string, string> = new Map([...charactersFrom(0xa0, LATIN_1), ...OTHERS.slice(0, 4)]);
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...charactersFrom(0x100, LATIN_EXTENDED),
  ...charactersFrom(0xa0, LATIN_1),
  ...OTHERS,
]);

/**
 * Decodes entities in text of a page: `&uuml;`, `&#252;`, `&#xFC;`, `&nbsp`. Unknown names, and
 * numbers that are no character, stay as written.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7});?|#[xX]([\da-fA-F]{1,6});?|([A-Za-z][A-Za-z\d]{1,7})(;?))/g,
    (written: string, ...parts) => {
      const [decimal, hexadecimal, name, semicolon] = parts as readonly (string | undefined)[];
      if (name !== undefined) return (semicolon === '' ? OLD : CHARACTERS).get(name) ?? written;
      return (
        characterOf(decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)) ?? written
      );
    },
  );
}

/** Every browser reads the numbers 128 to 159 as bytes of windows-1252. */
function characterOf(code: number): string | null {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252_SIGNS.charAt(code - 0x80);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}
