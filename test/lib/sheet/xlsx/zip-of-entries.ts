import { crc32, deflateRawSync } from 'node:zlib';

/** Options that no ordinary zip writer offers. */
export interface ZipOddities {
  /**
   * Sizes and offsets in 64 bits (ZIP64), as programs write that do not know the size of a part in
   * advance.
   */
  readonly zip64?: boolean;
  /** Sizes behind the part instead of before it. */
  readonly descriptors?: boolean;
  readonly stored?: boolean;
}

/** Archive of these parts, byte by byte. */
export function zipOfEntries(
  parts: readonly (readonly [path: string, content: Uint8Array])[],
  { zip64 = false, descriptors = false, stored = false }: ZipOddities,
): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const packed = stored ? Buffer.from(content) : deflateRawSync(content);
    const checksum = crc32(content);
    const facts = [stored ? 0 : 8, 0x5a21_0000, checksum, packed.length, content.length] as const;
    const known = descriptors ? ([facts[0], facts[1], 0, 0, 0] as const) : facts;
    const local = header(0x04034b50, [45, descriptors ? 8 : 0], known, name.length, 0);
    const behind = descriptors
      ? numbers([4, 0x08074b50], [4, checksum], [4, packed.length], [4, content.length])
      : Buffer.alloc(0);
    bodies.push(local, name, packed, behind);
    const extra = zip64
      ? numbers([2, 1], [2, 24], [8, content.length], [8, packed.length], [8, at])
      : Buffer.alloc(0);
    const sizes = zip64 ? ([facts[0], facts[1], checksum, 0xffffffff, 0xffffffff] as const) : facts;
    entries.push(
      header(0x02014b50, [45, 45, descriptors ? 8 : 0], sizes, name.length, extra.length),
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, zip64 ? 0xffffffff : at]),
      name,
      extra,
    );
    at += local.length + name.length + packed.length + behind.length;
  }
  const directory = Buffer.concat(entries);
  const count = parts.length;
  const large = zip64
    ? numbers(
        ...([
          [4, 0x06064b50],
          [8, 44],
          [2, 45],
          [2, 45],
          [4, 0],
          [4, 0],
          [8, count],
          [8, count],
        ] as const),
        ...([
          [8, directory.length],
          [8, at],
        ] as const),
        ...([
          [4, 0x07064b50],
          [4, 0],
          [8, at + directory.length],
          [4, 1],
        ] as const),
      )
    : Buffer.alloc(0);
  const end = numbers(
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
    ] as const),
    ...(zip64
      ? ([
          [2, 0xffff],
          [2, 0xffff],
          [4, 0xffffffff],
          [4, 0xffffffff],
        ] as const)
      : ([
          [2, count],
          [2, count],
          [4, directory.length],
          [4, at],
        ] as const)),
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...bodies, directory, large, end]));
}

function header(
  signature: number,
  versions: readonly number[],
  [method, time, checksum, packed, unpacked]: readonly [number, number, number, number, number],
  name: number,
  extra: number,
): Buffer {
  return numbers(
    [4, signature],
    ...versions.map((version) => [2, version] as const),
    ...([
      [2, method],
      [4, time],
      [4, checksum],
      [4, packed],
      [4, unpacked],
      [2, name],
      [2, extra],
    ] as const),
  );
}

/** Little-endian numbers, each with its size in bytes. */
function numbers(...given: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer {
  const bytes = Buffer.alloc(given.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of given) {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}
