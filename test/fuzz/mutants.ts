import { unzipSync, zipSync } from 'fflate';
import { seededRandom } from '../platform/seeded-random';

/** Texts that break readers. */
const NASTY = [
  '<c r="XFD1048577"><v>1</v></c>',
  '<c r="A99999999999999999999"><v>1</v></c>',
  '<c r="A-1"><v>-1</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c t="s"><v>4294967296</v></c>',
  '<row r="0"/>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&#x110000;',
  '&#0;',
  '_xD83D_',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<a><a><a><a>',
  '</c>',
  '__proto__',
  '1e999',
  '\0',
  '"',
];

/**
 * Mutant of a file, the same for the same seed. Bytes are changed, removed, doubled or cut off. In
 * an archive parts are mutated too, and packed again so that the mutation passes the checksum.
 */
export function mutantOf(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seededRandom(seed, 'mutant');
  const below = (limit: number) => Math.floor(random() * limit);
  if (bytes[0] !== 0x50 || random() < 0.3) return mutated(bytes, below);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[below(names.length)]!;
  if (random() < 0.1)
    return zipSync(Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name)));
  return zipSync({ ...parts, [name]: mutated(parts[name]!, below) });
}

function mutated(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  let made = bytes;
  for (let steps = 1 + below(4); steps > 0; steps -= 1) made = mutatedOnce(made, below);
  return made;
}

function mutatedOnce(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  const at = below(bytes.length + 1);
  const until = Math.min(bytes.length, at + 1 + below(below(2) === 0 ? 8 : 400));
  const before = bytes.subarray(0, at);
  switch (below(6)) {
    case 0: {
      const copy = Uint8Array.from(bytes);
      if (at < copy.length) copy[at] = below(256);
      return copy;
    }
    case 1:
      return before;
    case 2:
      return joined(before, bytes.subarray(until));
    case 3:
      return joined(before, bytes.subarray(at, until), bytes.subarray(at));
    case 4:
      return joined(before, new TextEncoder().encode(NASTY[below(NASTY.length)]), bytes.subarray(at));
    default:
      return joined(before, new TextEncoder().encode(NASTY[below(NASTY.length)]), bytes.subarray(until));
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}
