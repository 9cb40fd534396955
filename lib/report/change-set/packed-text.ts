/** Most bytes that a packed text may unpack to: some 500,000 changes. */
const MOST_BYTES = 256_000_000;

/** Packs a text: changes repeat the names of attributes, and a file is mailed. */
export async function packedText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Unpacks a text; null for what is none, or is far too long. */
export async function unpackedText(
  bytes: Uint8Array<ArrayBuffer>,
  most = MOST_BYTES,
): Promise<string | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, length] = ['', 0];
  for (;;) {
    // A broken stream fails by what is given, and by nothing else.
    const part = await reader.read().catch(() => null);
    const decoded = part === null ? null : decodedText(decoder, part.value);
    if (part === null || decoded === null) return null;
    text += decoded;
    if (part.done) return text;
    length += part.value.byteLength;
    if (length > most) {
      await reader.cancel();
      return null;
    }
  }
}

/** The letters of a part, or the last ones; null for bytes that are no UTF-8. */
function decodedText(decoder: TextDecoder, part?: Uint8Array<ArrayBuffer>): string | null {
  try {
    return part === undefined ? decoder.decode() : decoder.decode(part, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
