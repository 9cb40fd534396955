/** Scripts whose words begin with a capital. Georgian has capitals and does not use them so; others have none. */
const HAS_TITLES = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const WORDS = /\s+/;
/** What parts of a word stand between: hyphens of every kind, and the dot of initials ("J.R."). */
const BETWEEN = /([-\u2010\u2011\u2013.])/;
const APOSTROPHE = /^(\p{L}\p{M}*(?:\p{L}\p{M}*){0,3}['’ʼ])((?:\p{L}\p{M}*){3,})$/u;
/** Small words inside a name: Dutch, German, French, Spanish, Portuguese, Italian. None is first or last in a name. */
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
/** Likewise, but only behind another particle: by themselves they are names (Le, La). */
const ARTICLES = new Set(['la', 'las', 'los', 'le', 'les', 'lo']);
/** Of a dynasty: "King Henry VIII" keeps his number. */
const NUMERAL = /^(?:II|III|IV|VI|VII|VIII|IX)$/;

/**
 * A name or title with capitals where names have them: "ADA O'BRIEN-KING" is "Ada O'Brien-King". Only words that are all
 * capitals or all small letters are touched; one in which somebody has chosen both ("McDonald", "DiCaprio", "iPad")
 * stays. "MCDONALD" becomes "McDonald", as that is how the prefix is written. Spaces stay as they are.
 *
 * Capitals are those of Unicode and of no one language: I and i belong together, although a Turkish ı has its capital I,
 * because nothing in a sheet tells whose name is Turkish. An İ stays one at the beginning and is an i inside.
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

/** A text in small letters. The İ is an i: with a second dot over it, as Unicode has it, nobody writes it. */
export function lowerCase(text: string): string {
  return text.toLowerCase().replace(/i\u0307/g, 'i');
}

/** Whether the letters of a word are all capitals or all small; of one letter as well, which may be either. */
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

/** The first letter as a capital, the others small; signs before it ("(ada") stay before it. */
function capital(part: string): string {
  const found = /^([^\p{L}]*)(\p{L}\p{M}*)(.*)$/su.exec(part);
  if (!found) return part;
  const [, signs = '', first = '', rest = ''] = found;
  // The capital of some is two letters (ß, ŉ): the second of them is small.
  const [head = '', ...tail] = Array.from(first.toUpperCase());
  // The end of a Greek word has a small sigma of its own: the rest is made small as the end of this word.
  const small = lowerCase(`${first}${rest}`).slice(lowerCase(first).length);
  return (signs + head + lowerCase(tail.join('')) + small).normalize('NFC');
}
