/** Scripts whose words begin with a capital. Georgian has capitals but does not use them so. */
const HAS_TITLES = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const WORDS = /\s+/;
/** Separators within a word: all hyphens, and the dot of initials ("J.R."). */
const BETWEEN = /([-\u2010\u2011\u2013.])/;
const APOSTROPHE = /^(\p{L}\p{M}*(?:\p{L}\p{M}*){0,3}['’ʼ])((?:\p{L}\p{M}*){3,})$/u;
/**
 * Particles inside a name: Dutch, German, French, Spanish, Portuguese, Italian. None stands first
 * or last.
 */
const PARTICLES = new Set([
  'de',
  'del',
  'der',
  'den',
  'des',
  'di',
  'dos',
  'das',
  'du',
  'van',
  'von',
  'vom',
  'zu',
  'zum',
  'zur',
  'ter',
  'ten',
]);
/**
 * Articles are lower case only behind a particle ("de la Cruz"). By themselves they are names (Le,
 * La).
 */
const ARTICLES = new Set(['la', 'las', 'los', 'le', 'les', 'lo']);
/** Numerals of a dynasty: "King Henry VIII" keeps its number. */
const NUMERAL = /^(?:II|III|IV|VI|VII|VIII|IX)$/;

/**
 * Writes a name or title with capitals: "ADA O'BRIEN-KING" -> "Ada O'Brien-King". Only words of one
 * case change: "McDonald" and "iPad" stay. "MCDONALD" becomes "McDonald". Spaces stay as they are.
 *
 * Case mapping is Unicode's, of no language: "I" and "i" belong together, because nothing in a
 * sheet says whose name is Turkish. "İ" stays at the beginning of a word and becomes "i" inside.
 */
export function titleCase(text: string): string {
  const words = text.split(/(\s+)/);
  const spoken = words.filter((word) => word !== '' && !WORDS.test(word));
  let place = -1;
  let before = '';
  return words
    .map((word) => {
      if (word === '' || WORDS.test(word)) return word;
      place += 1;
      const small = lowerCase(word);
      const isInside = place > 0 && place < spoken.length - 1;
      const isParticle = PARTICLES.has(small) || (ARTICLES.has(small) && PARTICLES.has(before));
      before = small;
      if (!isOneCase(word)) return word;
      return isInside && isParticle ? small : titleWord(word);
    })
    .join('');
}

/**
 * Lower-cases a text. "İ" becomes "i": Unicode's own "i" with a second dot is written by nobody.
 */
export function lowerCase(text: string): string {
  return text.toLowerCase().replace(/i\u0307/g, 'i');
}

/** Tells whether a word is all upper case or all lower case. A single letter is. */
function isOneCase(word: string): boolean {
  if (!HAS_TITLES.test(word) || NUMERAL.test(word)) return false;
  return word === word.toUpperCase() || word === word.toLowerCase();
}

function titleWord(word: string): string {
  return word.split(BETWEEN).map(titlePart).join('');
}

function titlePart(part: string): string {
  const apart = APOSTROPHE.exec(part);
  if (apart) return `${capital(apart[1] ?? '')}${capital(apart[2] ?? '')}`;
  const small = lowerCase(part);
  return /^mc\p{L}{3,}$/u.test(small) ? `Mc${capital(part.slice(2))}` : capital(part);
}

/** Capitalises the first letter and lower-cases the rest. Leading signs stay: "(ada" -> "(Ada". */
function capital(part: string): string {
  const found = /^([^\p{L}]*)(\p{L}\p{M}*)(.*)$/su.exec(part);
  if (!found) return part;
  const [, signs = '', first = '', rest = ''] = found;
  // Some capitals are two letters (ß, ŉ). The second one is lower case.
  const [head = '', ...tail] = Array.from(first.toUpperCase());
  // Greek has a final sigma. The rest is therefore lower-cased together with the first letter.
  const small = lowerCase(`${first}${rest}`).slice(lowerCase(first).length);
  return (signs + head + lowerCase(tail.join('')) + small).normalize('NFC');
}
