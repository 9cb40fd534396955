import { failed, ok, type Result } from '../../result';
import type { FileFormat, SheetProblem } from '../cells/sheet';

/** Formats that are written in characters. */
export type TextFormat = Extract<FileFormat, 'csv' | 'html' | 'xml-2003' | 'fods' | 'sylk' | 'dif'>;

const BEGINNING = 20_000;

/** Second record of a SYLK file: a semicolon list may begin with a header "ID" just as well, and often does. */
const SYLK = /^ID;P[^\r\n]*(\r\n|\r|\n)\s*(P|F|B|C|O|NN|NU|NE|W|ID|E)(;|\s)/;
/** Its last record: without it rows are missing. */
const END_OF_SYLK = /[\r\n]E[\s\x1A]*$/;
const DIF = /^TABLE\s*(\r\n|\r|\n)0,1(\r\n|\r|\n)"/;
const MARKUP =
  /^<(\?xml|!doctype|!--|html|head|body|table|meta|style|div|font|center|title|workbook|office:)/i;

/** Texts that people drop by mistake, by how they begin. */
const OTHER_TEXTS: readonly (readonly [looksLike: string, begins: RegExp])[] = [
  ['mhtml', /^MIME-Version:/i],
  ['json', /^(\{\s*"|\[\s*[[{])/],
  ['vcard', /^BEGIN:VCARD\s/i],
  ['calendar', /^BEGIN:VCALENDAR\s/i],
  ['socialcalc', /^socialcalc:version:/],
];

/** Which kind of text it is, by how it begins; or the Problem when it is markup or code without a table. */
export function textFormat(text: string): Result<TextFormat, SheetProblem> {
  const beginning = text.slice(0, BEGINNING);
  const trimmed = beginning.trimStart();
  if (SYLK.test(trimmed)) {
    return END_OF_SYLK.test(text)
      ? ok('sylk')
      : failed({ code: 'file-damaged', detail: 'the file breaks off' });
  }
  if (DIF.test(trimmed)) return ok('dif');
  if (MARKUP.test(trimmed)) return markupFormat(trimmed, text);
  const other = OTHER_TEXTS.find(([, pattern]) => pattern.test(trimmed));
  if (other !== undefined) return failed({ code: 'not-a-spreadsheet', looksLike: other[0] });
  if (trimmed === '' && text.trim() === '') return failed({ code: 'file-empty' });
  return ok('csv');
}

function markupFormat(beginning: string, text: string): Result<TextFormat, SheetProblem> {
  if (beginning.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<html/i.test(beginning)) {
    return ok('xml-2003');
  }
  // The namespaces of a flat OpenDocument file fill its beginning; its body says what it is.
  if (beginning.includes('urn:oasis:names:tc:opendocument') && text.includes('<office:spreadsheet')) {
    return ok('fods');
  }
  if (/<table[\s>]/i.test(text)) return ok('html');
  return failed({
    code: 'not-a-spreadsheet',
    looksLike: /<html|<!doctype html/i.test(beginning) ? 'html' : 'xml',
  });
}

/** The encoding that markup states of itself (`<?xml encoding=`, `<meta charset=`), or null. `bytes` from the start. */
export function statedEncoding(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, 2048));
  if (!MARKUP.test(beginning.trimStart())) return null;
  const stated = /(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]+)/i.exec(beginning)?.[1]?.toLowerCase() ?? null;
  // Bytes in which this could be read as it stands are not UTF-16, whatever it says of itself.
  return stated === null || stated.startsWith('utf-16') || stated === 'unicode' ? null : stated;
}
