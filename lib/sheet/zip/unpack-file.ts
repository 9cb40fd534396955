import { failed, ok, type Result } from '../../result';
import type { SheetProblem } from '../cells/sheet';
import { openArchive } from './archive';
import { ReaderError } from './reader-error';
import { packedFile } from './zip-format';

/** Unpacks the one file of an archive, within the limits of every archive and `most` bytes. */
export async function unpackFile(
  bytes: Uint8Array,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Result<Uint8Array, SheetProblem>> {
  const broken = { code: 'file-damaged', detail: 'the archive cannot be unpacked' } as const;
  const name = packedFile(bytes);
  if (name === null) return failed(broken);
  try {
    return ok(await openArchive(bytes, signal).bytes(name, most));
  } catch (thrown) {
    if (!(thrown instanceof ReaderError)) throw thrown;
    return failed(thrown.problem ?? broken);
  }
}
