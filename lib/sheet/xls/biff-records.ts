/** A record of an XLS stream. */
export interface BiffRecord {
  readonly type: number;
  /** Offset of its content. */
  readonly start: number;
  readonly length: number;
}

/**
 * Iterates over the records of a stream (MS-XLS 2.1.4). It is lazy: in a stream of zeros every
 * fourth byte begins a record.
 */
export function* recordsOf(view: DataView): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= view.byteLength;) {
    const length = view.getUint16(at + 2, true);
    yield { type: view.getUint16(at, true), start: at + 4, length };
    at += 4 + length;
  }
}
