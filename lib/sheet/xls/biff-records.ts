/** A record of the stream of an XLS. */
export interface BiffRecord {
  readonly type: number;
  /** Where its content begins. */
  readonly start: number;
  readonly length: number;
}

/** The records of a stream (MS-XLS 2.1.4), one by one: of zeros every fourth byte begins another. */
export function* recordsOf(view: DataView): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= view.byteLength;) {
    const length = view.getUint16(at + 2, true);
    yield { type: view.getUint16(at, true), start: at + 4, length };
    at += 4 + length;
  }
}
