import { MIXED_UTF8 } from './mixed-utf8';

/** Alphabet by which a text is judged. */
export interface Language {
  /** Script of its letters. Letters of another script within one word are a wrong reading. */
  readonly script: 'latin' | 'cyrillic' | 'greek' | 'hebrew' | 'arabic' | 'thai';
  /** Letters beyond ASCII in lower case, the most frequent first. */
  readonly letters: string;
  /** Bits that the first letter costs, and each further one more than the letter before it. */
  readonly firstBits: number;
  readonly stepBits: number;
  /** Letters that occur beside the own ones: names of neighbours. */
  readonly beside: string;
}

/** An encoding that may be guessed, with the languages that are saved in it. */
export interface Charset {
  /** WHATWG label, or a code page of DOS (dos-code-pages.ts). */
  readonly encoding: string;
  readonly languages: readonly Language[];
  /** Bits that it costs beforehand: how rare such files are. */
  readonly priorBits: number;
}

const latin = (letters: string): Language => ({
  script: 'latin',
  letters,
  firstBits: 3,
  stepBits: 0.25,
  beside: 'äöüßéáíóúëçèà',
});
const other = (script: Language['script'], letters: string, beside = ''): Language => ({
  script,
  letters,
  firstBits: 3,
  stepBits: 0.13,
  beside,
});

/** German, Nordic, French, Spanish, Portuguese, Italian, Dutch, then those of fewer people. */
const WESTERN = [
  ...['üöäß', 'äöåé', 'øåæé', 'éèçêâàïëôîœû', 'íñáéóúü', 'ãçõáéíóâêôú', 'àòèùìé', 'ëïéöüè'].map(latin),
  // Icelandic, Estonian, and a list of people of several languages.
  latin('ðöáíóþéúýæ'),
  { ...latin('äõöüšž'), firstBits: 3.5 },
  { ...latin('éíáóüöäñèçãåøßàúêâôëïæîìòùõûýðþšž'), firstBits: 4, stepBits: 0.08, beside: 'œÿ' },
];
const POLISH = latin('łńąęóśżćź');
const CZECH = latin('áíéřýčžšěůúťňďó');
const SLOVAK = latin('áíčýéšľžúťóňďôäĺŕ');
const SOUTH_SLAVIC = latin('ćščžđ');
const HUNGARIAN = latin('áéóőíöüúű');
const ROMANIAN = latin('ăşţâî');
const TURKISH = latin('ışğöüçi̇âî');
const LITHUANIAN = latin('ėšžūųčįęą');
const LATVIAN = latin('āīņēšūļčģžķ');
const RUSSIAN = other('cyrillic', 'оаеинрвслткмдпьягуычбзхйшжюцщёэфъ', 'іїєўґ');
const UKRAINIAN = other('cyrillic', 'оаеинрвкслітмдуьпгяючйбзхшєїжцщфґ');
const SERBIAN = other('cyrillic', 'аоиенрсвтјкмлдупзбгљњћчцшхжђџфѓќѕ');
const GREEK = other('greek', 'αοινςρετσκλμπυγηάδόίέωήθχβφύζξώψϊϋΐΰ');
const HEBREW = other('hebrew', 'ילרואמהנבדשתקחפגעזסןכטםצףץך');
const ARABIC = other('arabic', 'المينردبحعسفويةهكقجشصطزخثأإضذغىظآؤئء', 'پچژگک،؛؟');
const THAI = other('thai', 'านรมสวกงลยเัีิชท์พดตบุคจศหณ่ไธปอ้ะูญขแผใโภฐืฉ็ฟซถษฤำฒึฆ๊๋ฎฏฌฬฑฮฝฯฅ');

const EASTERN = [POLISH, CZECH, SLOVAK, SOUTH_SLAVIC, HUNGARIAN, ROMANIAN];
const CYRILLIC = [RUSSIAN, UKRAINIAN, SERBIAN];

/** Encodings of one byte a character. Of equals the first is the likelier. */
export const CHARSETS: readonly Charset[] = [
  { encoding: 'windows-1252', languages: WESTERN, priorBits: 0 },
  { encoding: MIXED_UTF8, languages: WESTERN, priorBits: 8 },
  { encoding: 'iso-8859-15', languages: WESTERN, priorBits: 8 },
  { encoding: 'macintosh', languages: WESTERN, priorBits: 7 },
  { encoding: 'ibm850', languages: WESTERN, priorBits: 7 },
  { encoding: 'ibm437', languages: WESTERN, priorBits: 8 },
  { encoding: 'windows-1250', languages: EASTERN, priorBits: 6 },
  { encoding: 'iso-8859-2', languages: EASTERN, priorBits: 7.5 },
  { encoding: 'ibm852', languages: EASTERN, priorBits: 10 },
  { encoding: 'windows-1254', languages: [TURKISH], priorBits: 6 },
  { encoding: 'windows-1257', languages: [LITHUANIAN, LATVIAN], priorBits: 7 },
  { encoding: 'windows-1251', languages: CYRILLIC, priorBits: 5 },
  { encoding: 'koi8-u', languages: CYRILLIC.slice(0, 2), priorBits: 7 },
  { encoding: 'iso-8859-5', languages: CYRILLIC, priorBits: 8 },
  { encoding: 'ibm866', languages: CYRILLIC.slice(0, 2), priorBits: 7 },
  { encoding: 'x-mac-cyrillic', languages: CYRILLIC, priorBits: 9 },
  { encoding: 'windows-1253', languages: [GREEK], priorBits: 5 },
  { encoding: 'iso-8859-7', languages: [GREEK], priorBits: 6 },
  { encoding: 'windows-1255', languages: [HEBREW], priorBits: 5 },
  { encoding: 'windows-1256', languages: [ARABIC], priorBits: 5 },
  { encoding: 'iso-8859-6', languages: [ARABIC], priorBits: 6.5 },
  { encoding: 'windows-874', languages: [THAI], priorBits: 5 },
  { encoding: 'windows-1258', languages: [latin('ăâđêôơưáàéèíóúùý')], priorBits: 9 },
];
