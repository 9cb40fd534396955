import { failed, ok, type Result } from '../../result';
import type { SheetProblem } from '../cells/sheet';
import { readZipDirectory } from './zip-directory';
import { openArchive } from './archive';
import { ReaderError } from './reader-error';

/**
 * Unpacks every part once, to nothing, before SheetJS, which trusts the directory. Fails when more
 * comes out than allowed, parts overlap or one is broken. 50 MB take 0.2 s, where SheetJS needs 4
 * s.
 */
export async function checkArchive(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Result<null, SheetProblem>> {
  try {
    const archive = openArchive(bytes, signal);
    for (const { name } of readZipDirectory(bytes) ?? []) await archive.read(name, () => true);
    return ok(null);
  } catch (thrown) {
    if (!(thrown instanceof ReaderError)) throw thrown;
    // SheetJS judges a compression method that is unknown here.
    return thrown.problem === null ? ok(null) : failed(thrown.problem);
  }
}
