/** East Asian encodings that programs take UTF-8 for. */
export type TwoByteName = 'gbk' | 'shift_jis' | 'euc-kr' | 'big5';

const made = new Map<TwoByteName, ReadonlyMap<string, readonly number[]>>();

/**
 * Bytes of each character of an encoding that is not ASCII: two, or one for the half-width kana of
 * Shift_JIS. The table has up to 24,000 entries and takes some 10 ms, so it is made when a text may
 * need it.
 */
export function twoBytePage(name: TwoByteName): ReadonlyMap<string, readonly number[]> {
  const known = made.get(name);
  if (known !== undefined) return known;
  const page = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(name);
  const add = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const isOne = character.length === 1 && character > '\x7F' && character !== '\uFFFD';
    if (isOne && !page.has(character)) page.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    add(lead);
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add(lead, trail);
  }
  made.set(name, page);
  return page;
}
