/*
 * Passphrases of change sets. Somebody who has the file can try passphrases for as long as they
 * like. So a weak one is refused, and a random one is offered.
 */

/** Letters and digits that nobody takes for others when they are read out: no I, L, O, U, 0, 1. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 5;
const OF_GROUP = 4;
const LENGTH = GROUPS * OF_GROUP;

/** Bits that a typed passphrase has to have, as estimated. */
const LEAST_BITS = 60;
/** Bits of a sign that repeats one before it, or goes on with 1-2-3. */
const BITS_OF_REPEAT = 1;

type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** The estimate refuses a few in a thousand. So many in a row are no chance. */
const MOST_TRIES = 50;

/**
 * Makes a random passphrase, "K7QM-2XWP-9RTD-HB4N-T3VC": 98 bits, and strong by the estimate for
 * typed ones as well. `random` fills an array with random bytes; throws where they are not random.
 */
export function newPassphrase(random: RandomBytes): string {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const made = byChance(random);
    if (isStrong(made)) return made;
  }
  throw new Error('the source of random bytes gives no random ones');
}

/** A passphrase of random signs; a shorter one where nearly all bytes are too large. */
function byChance(random: RandomBytes): string {
  // Bytes above the last whole round of signs are dropped: each sign is as likely as any other.
  const fair = 256 - (256 % SIGNS.length);
  let signs = '';
  for (let tries = 0; signs.length < LENGTH && tries < MOST_TRIES; tries += 1)
    for (const byte of random(new Uint8Array(LENGTH)))
      if (byte < fair && signs.length < LENGTH) signs += SIGNS.charAt(byte % SIGNS.length);
  return Array.from({ length: GROUPS }, (_, at) => signs.slice(at * OF_GROUP, (at + 1) * OF_GROUP)).join('-');
}

/**
 * Whether a passphrase is strong enough to be sent about with a file: 60 bits by a cautious
 * estimate, which counts neither repeats nor runs.
 *
 * "correct horse battery staple" -> yes. "Sommer2026!" -> no. "aaaaaaaaaaaaaaaaaaaa" -> no.
 */
export function isStrong(passphrase: string): boolean {
  return bitsOf(passphrase.normalize('NFKC').trim()) >= LEAST_BITS;
}

function bitsOf(text: string): number {
  const signs = Array.from(text.toLowerCase(), (sign) => sign.codePointAt(0) ?? 0);
  const seen = new Set<string>();
  let bits = 0;
  for (const [at, sign] of signs.entries()) {
    const [before = -9, earlier = -9] = [signs[at - 1], signs[at - 2]];
    const isRun = sign - before === before - earlier && Math.abs(sign - before) <= 1;
    // Two signs that came together before: "abcabcabc" is three signs, not nine.
    const pair = `${before} ${sign}`;
    bits += isRun || sign === before || seen.has(pair) ? BITS_OF_REPEAT : bitsOfSign(sign);
    seen.add(pair);
  }
  return bits;
}

/**
 * Letters of words are guessed by their neighbours: less than the 4.7 bits of a letter by chance.
 */
function bitsOfSign(sign: number): number {
  return /[\d\p{P}\p{S}]/u.test(String.fromCodePoint(sign)) ? 3.3 : 2.8;
}
