import { isChangeSet } from '../../report/change-set/set-file';
import type { FirstRows } from '../../rpc/contract/sheet-contract';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { TextReading } from '../../sheet/cells/sheet';
import type { Turn } from '../state/latest';
import type { FilePhase, FileProblem, SheetFile } from './file-model';

/** Smaller files are read before anybody could look at their first rows. */
const LARGE_BYTES = 50_000;
/** A message to the background holds it as Base64, and at most 64 MB. */
const MOST_SET_BYTES = 40_000_000;

/**
 * Has the worker read a file as far as its first usable sheet, or says why there is none. Nothing
 * more of a file reaches the worker once a newer one has taken its turn. `show` gets the first rows
 * of a large file as soon as they are known.
 */
export async function readFile(
  sheet: SheetClient,
  turn: Turn,
  file: SheetFile,
  reading: Partial<TextReading>,
  show: (firstRows: FirstRows) => void,
): Promise<FilePhase> {
  const { name } = file;
  const failed = (problem: FileProblem): FilePhase => ({ kind: 'failed', name, problem });
  const bytes = await turn.answer(file.arrayBuffer().catch(nullIfUnreadable));
  if (bytes === null) return failed({ code: 'file-unreadable' });
  if (isChangeSet(new Uint8Array(bytes))) {
    if (bytes.byteLength > MOST_SET_BYTES) return failed({ code: 'set-too-large' });
    return { kind: 'change-set', name, bytes: new Uint8Array(bytes) };
  }
  const isLarge = bytes.byteLength > LARGE_BYTES;
  if (isLarge) {
    const firstRows = await turn.answer(sheet.call('look', bytes, reading));
    if (firstRows !== null) show(firstRows);
  }
  const opened = await turn.answer(sheet.call('open', isLarge ? null : bytes, reading));
  if (!opened.ok) return failed(opened.problem);
  const index = opened.value.first;
  const table = await turn.answer(sheet.call('chooseTable', index, null));
  const pasted = file.pasted === true;
  return { kind: 'open', name, pasted, file: opened.value, sheet: index, table, undo: null };
}

/** The browser does not give a file that was moved, deleted, or is a folder. */
function nullIfUnreadable(reason: unknown): null {
  if (reason instanceof DOMException) return null;
  throw reason;
}
