import { failed, ok, type Result } from '../../result';
import type { SheetProblem } from '../cells/sheet';
import { readZipDirectory } from './zip-directory';
import { openArchive } from './archive';
import { ReaderError } from './reader-error';

/**
 * Unpacks every part of an archive once, to nothing, before a reader gets it that believes the directory: fails with the
 * Problem when more comes out than it may, parts overlap or one is broken. 50 MB cost 0.2 s, where SheetJS needs 4 s.
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
    // A way of packing that is not known here is for the other reader to judge.
    return thrown.problem === null ? ok(null) : failed(thrown.problem);
  }
}
