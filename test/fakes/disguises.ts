import { createHash } from 'node:crypto';

/** Shorter words turn up by chance. */
const SHORTEST = 4;
const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const;
/** A part of a hash would do to compare it with others. */
const OF_HASH = 12;

/**
 * Every form in which a text may have got into another one: as it is, word by word, reversed, in
 * base64 (wherever it begins), hexadecimal, percent-encoded, as UTF-16, escaped, hashed. In small
 * letters, to be looked for in small letters.
 */
export function disguisesOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST);
  const plain = [...new Set([text, ...words])];
  const turned = plain.map((one) => Array.from(one).reverse().join(''));
  const escaped = Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
    '',
  );
  const bytes = [...plain, ...turned].flatMap((one) => [
    Buffer.from(one, 'utf8'),
    Buffer.from(one, 'utf16le'),
    Buffer.from(one, 'utf16le').swap16(),
  ]);
  const hashes = plain.flatMap((one) =>
    HASHES.flatMap((name) => {
      const digest = createHash(name).update(one).digest();
      return [digest.toString('hex').slice(0, OF_HASH), digest.toString('base64').slice(0, OF_HASH)];
    }),
  );
  const all = [
    ...plain,
    ...turned,
    escaped,
    encodeURIComponent(text),
    ...bytes.flatMap((one) => [one.toString('hex'), percented(one), ...inBase64(one)]),
    ...hashes,
  ];
  return [...new Set(all.map((one) => one.toLowerCase()))];
}

/** Each form in which one of these texts is in another one. */
export function disguisedIn(text: string, secrets: readonly string[]): readonly string[] {
  const small = text.toLowerCase();
  return secrets.flatMap((secret) =>
    disguisesOf(secret)
      .filter((form) => small.includes(form))
      .map((form) => `${secret} as ${form}`),
  );
}

function percented(bytes: Buffer): string {
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Its signs that do not depend on what stands around it, for each way to begin. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const written = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return written.slice(before === 0 ? 0 : before + 1, -1);
  });
}
