import type { Language } from './languages';

const NEVER = 10;
const ODD = 4;

/**
 * Bits that the form of a word costs in its script, whatever its letters: names begin with a
 * capital, Greek words have one accent, some Hebrew letters stand only at the end.
 */
export function wordCost(word: string, script: Language['script']): number {
  switch (script) {
    case 'latin':
      return latinCost(word);
    case 'cyrillic':
      return isSmall(word) ? ODD / 2 : 0;
    case 'greek':
      return greekCost(word);
    case 'hebrew':
      return count(word, /[םןץףך](?=[א-ת])/g) * NEVER + count(word, /[א-ת][כמנצ](?![א-ת])/g) * ODD;
    case 'arabic':
      return count(word, /[ةى](?=[ء-ي])/g) * NEVER;
    case 'thai':
      return thaiCost(word);
  }
}

function latinCost(word: string): number {
  // "äkoda" is "Škoda" in a wrong encoding, "Mšller" is "Möller".
  const startsSmall = /^[^\x00-\x7F]/.test(word) && isSmall(word) ? ODD / 2 : 0;
  const cluster = count(word, /[bcdfghjklmnpqrstvwxz][šžłčřťďňćñ][bcdfghjlmnpqrstvwxz]/gi) * (ODD / 2);
  const ligature = count(word, /œ(?![ui])/gi) * ODD;
  const smallWithin = count(word, /[A-Z][^\x00-\x7F\p{Lu}](?=[A-Z]{2})/gu) * ODD;
  return (
    startsSmall + cluster + ligature + smallWithin + (word.includes('ß') && word.startsWith('ß') ? NEVER : 0)
  );
}

/** A Greek word has one accent. Capitals are written without. ς stands at the end, σ does not. */
function greekCost(word: string): number {
  const accents = count(word, /[άέήίόύώΐΰΆΈΉΊΌΎΏ]/g);
  const isCapitals = word === word.toUpperCase();
  const accent = isCapitals || word.length < 3 ? 0 : accents === 0 ? ODD : (accents - 1) * ODD;
  return accent + (isSmall(word) ? ODD / 2 : 0) + count(word, /ς(?=\p{L})|σ(?!\p{L})/gu) * NEVER;
}

/** Marks of Thai stand on a consonant, and some vowels in front of one. */
function thaiCost(word: string): number {
  const loose = count(word, /(?<![ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]|(?<![ก-ฮัิ-ฺ็-๎าๅ])[ะาำๅ]/g);
  const leading = count(word, /[เ-ไ](?![ก-ฮ])/g);
  return (loose + leading) * NEVER;
}

function isSmall(word: string): boolean {
  const first = word.charAt(0);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}

function count(word: string, pattern: RegExp): number {
  return word.match(pattern)?.length ?? 0;
}
