import { failed, ok, type Result } from '../../result';
import type { BinaryFormat, SheetProblem } from '../cells/sheet';
import { readZipDirectory, storedBytes, type ZipEntry } from './zip-directory';
import { tooManyParts, unpackedTooLarge } from './zip-limits';

/** The sheets of Numbers, by themselves or in the folder as which a Mac keeps the file. */
const INDEX_OF_NUMBERS = /^(?:[^/]+\.numbers\/)?index\.zip$/u;
/** Parts that any OpenDocument file may have (ODF 1.3 part 2, 3.1). */
const OPEN_DOCUMENT = /^(?:mimetype|(?:content|styles|meta|settings)\.xml)$/u;

/**
 * Detects the spreadsheet format of a zip archive by its entries, "packed" for one other file.
 * Fails when it is none, too large or encrypted.
 */
export function zipFormat(bytes: Uint8Array): Result<BinaryFormat | 'packed', SheetProblem> {
  const entries = readZipDirectory(bytes);
  if (entries === null) return failed({ code: 'file-damaged', detail: 'the end of the archive is missing' });
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const tooLarge = tooManyParts(entries.length) ?? unpackedTooLarge(bytes.length, unpacked);
  if (tooLarge !== null) return failed(tooLarge);
  if (entries.some((entry) => entry.encrypted)) return failed({ code: 'file-encrypted' });
  return formatOfEntries(bytes, new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])));
}

function formatOfEntries(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
): Result<BinaryFormat | 'packed', SheetProblem> {
  const notASpreadsheet = (looksLike: string) => failed({ code: 'not-a-spreadsheet', looksLike } as const);
  const mimetype = entries.get('mimetype');
  if (mimetype) {
    const kind = openDocumentKind(mimetypeText(bytes, mimetype));
    if (kind !== null && kind !== 'ods') return notASpreadsheet(kind);
  }
  if (entries.has('index/document.iwa') || [...entries.keys()].some((name) => INDEX_OF_NUMBERS.test(name)))
    return ok('numbers');
  if (entries.has('word/document.xml')) return notASpreadsheet('docx');
  if (entries.has('ppt/presentation.xml')) return notASpreadsheet('pptx');
  if (entries.has('[content_types].xml')) {
    return ok(entries.has('xl/workbook.bin') ? 'xlsb' : 'xlsx');
  }
  if (entries.has('meta-inf/manifest.xml')) {
    const content = entries.get('content.xml');
    // LibreOffice 24.8 and later encrypt the whole package, earlier versions each part. An
    // encrypted part is stored unpacked and is no XML.
    if (entries.has('encrypted-package') || (content && storedAsNoXml(bytes, content))) {
      return failed({ code: 'file-encrypted' });
    }
    if (content) return ok('ods');
  }
  // Made by hand, without its manifest.
  if (entries.has('content.xml') && [...entries.keys()].every((name) => OPEN_DOCUMENT.test(name)))
    return ok('ods');
  const files = [...entries.values()].filter(isFile).length;
  if (files === 1) return ok('packed');
  return files === 0 ? notASpreadsheet('zip') : failed({ code: 'zip-of-several', files });
}

/** Name of the one file of an archive, or null. Folders and what Mac and Windows add are none. */
export function packedFile(bytes: Uint8Array): string | null {
  return readZipDirectory(bytes)?.find(isFile)?.name ?? null;
}

function isFile({ name }: ZipEntry): boolean {
  return (
    !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i.test(name)
  );
}

function mimetypeText(bytes: Uint8Array, entry: ZipEntry): string {
  return new TextDecoder().decode(storedBytes(bytes, entry)?.subarray(0, 200) ?? new Uint8Array()).trim();
}

function storedAsNoXml(bytes: Uint8Array, entry: ZipEntry): boolean {
  const stored = storedBytes(bytes, entry);
  // XML begins with "<", or with a byte order mark.
  return stored !== null && stored[0] !== 0x3c && stored[0] !== 0xef;
}

/** "ods" for spreadsheets and templates, the kind of another OpenDocument file, else null. */
function openDocumentKind(mimetype: string): string | null {
  if (mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (mimetype.startsWith('application/vnd.oasis.opendocument.presentation')) return 'odp';
  return mimetype === 'application/epub+zip' ? 'epub' : null;
}
