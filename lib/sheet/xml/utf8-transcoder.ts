import { damaged, unsupported } from '../zip/reader-error';

/**
 * Converts an XML part to UTF-8, chunk by chunk. Nearly every part is UTF-8 and passes unchanged.
 * Others are UTF-16, or what their declaration says. Throws a ReaderError for an unknown encoding,
 * and for bytes that are not of the stated one.
 */
export class Utf8Transcoder {
  /** Undefined before the first chunk, null for UTF-8. */
  #decoder: TextDecoder | null | undefined;
  readonly #encoder = new TextEncoder();

  take(chunk: Uint8Array): Uint8Array {
    if (this.#decoder === undefined) this.#decoder = decoderFor(chunk);
    if (this.#decoder === null) return chunk;
    try {
      return this.#encoder.encode(this.#decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (error instanceof TypeError) throw damaged('XML that is not in the encoding that it states');
      throw error;
    }
  }
}

function decoderFor(beginning: Uint8Array): TextDecoder | null {
  const encoding = encodingOf(beginning);
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) throw unsupported(`XML in ${encoding}`);
    throw error;
  }
}

function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const beginning = String.fromCharCode(...bytes.subarray(0, 200));
  const stated = /^[^<]{0,3}<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(beginning)?.[1] ?? 'utf-8';
  // A declaration that can be read byte by byte is not UTF-16, whatever it states.
  return /^(utf-?8|us-ascii|ascii|utf-?16.*)$/i.test(stated) ? null : stated;
}
