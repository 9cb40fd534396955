import { failed, ok, type Result } from '../../result';
import { entriesOf } from './compound-entries';
import { sectorsOf } from './compound-sectors';
import type { SheetProblem } from '../cells/sheet';

/**
 * Names that rights management adds ([MS-OFFCRYPTO] 2.2): to a locked OOXML file, and to a locked
 * XLS, whose own sheets only say that it is locked.
 */
const RIGHTS_MANAGED = ['drmencryptedtransform', 'drmencrypteddataspace', '\x09drmcontent'];

/**
 * Detects the content of a compound file (container of XLS, DOC, MSG and encrypted OOXML) by the
 * UTF-16 names of its streams. SheetJS reads the container itself, after its chains were checked
 * (compound-chains.ts).
 */
export function compoundFormat(bytes: Uint8Array): Result<'xls', SheetProblem> {
  const sectors = sectorsOf(bytes);
  const entries = sectors === null ? [] : entriesOf(bytes, sectors);
  const names = new Set(entries.map(({ name }) => name).filter((name) => name !== ''));
  if (RIGHTS_MANAGED.some((name) => names.has(name))) return failed({ code: 'file-labelled' });
  if (names.has('encryptedpackage')) return failed({ code: 'file-encrypted' });
  if (names.has('workbook') || names.has('book')) return ok('xls');
  if (names.has('worddocument')) return failed({ code: 'not-a-spreadsheet', looksLike: 'doc' });
  if (names.has('powerpoint document')) return failed({ code: 'not-a-spreadsheet', looksLike: 'ppt' });
  if ([...names].some((name) => name.startsWith('__substg1.0_'))) {
    return failed({ code: 'not-a-spreadsheet', looksLike: 'msg' });
  }
  if (names.size === 0)
    return failed({ code: 'file-damaged', detail: 'the directory of the file is missing' });
  return failed({ code: 'not-a-spreadsheet', looksLike: null });
}
