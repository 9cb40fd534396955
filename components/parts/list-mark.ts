/** The beginning of a hash, in four groups of four signs, as two people read it to each other. */
export function listMark(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
