import { failed, ok, type Result } from '../../result';
import type { SheetProblem, TextFormat } from '../cells/sheet';

const BEGINNING = 20_000;

/** First two records of a SYLK file. A semicolon list often begins with a header "ID" as well. */
const SYLK = /^ID;P[^\r\n]*(\r\n|\r|\n)\s*(P|F|B|C|O|NN|NU|NE|W|ID|E)(;|\s)/;
/** Last record of SYLK. Without it rows are missing. */
const END_OF_SYLK = /[\r\n]E[\s\x1A]*$/;
const DIF = /^TABLE\s*(\r\n|\r|\n)0,1(\r\n|\r|\n)"/;
const MARKUP =
  /^<(\?xml|!doctype|!--|html|head|body|table|meta|style|div|font|center|title|workbook|office:)/i;

/**
 * Note that LibreOffice keeps beside an open file: user, computer, time and place of the profile.
 */
const LOCK_FILE = /^[^\r\n]{0,500},\d{2}\.\d{2}\.\d{4} \d{2}:\d{2},file:\/\/\/[^\r\n]{0,500};?\s*$/;

/** Other kinds of text, by how they begin, that people drop by mistake. */
const OTHER_TEXTS: readonly (readonly [looksLike: string, begins: RegExp])[] = [
  ['mhtml', /^MIME-Version:/i],
  ['json', /^(\{\s*"|\[\s*[[{])/],
  ['vcard', /^BEGIN:VCARD\s/i],
  ['calendar', /^BEGIN:VCALENDAR\s/i],
  ['socialcalc', /^socialcalc:version:/],
];

/** Detects the kind of text by how it begins. Fails for markup or code without a table. */
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
  if (text.length < 1100 && LOCK_FILE.test(text)) return failed({ code: 'lock-file' });
  const other = OTHER_TEXTS.find(([, pattern]) => pattern.test(trimmed));
  if (other !== undefined) return failed({ code: 'not-a-spreadsheet', looksLike: other[0] });
  if (trimmed === '' && text.trim() === '') return failed({ code: 'file-empty' });
  return ok('csv');
}

function markupFormat(beginning: string, text: string): Result<TextFormat, SheetProblem> {
  if (beginning.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<html/i.test(beginning)) {
    return ok('xml-2003');
  }
  // Namespaces fill the beginning of a flat OpenDocument file. Its body says what it is.
  if (beginning.includes('urn:oasis:names:tc:opendocument') && text.includes('<office:spreadsheet')) {
    return ok('fods');
  }
  if (/<table[\s>]/i.test(text)) return ok('html');
  return failed({
    code: 'not-a-spreadsheet',
    looksLike: /<html|<!doctype html/i.test(beginning) ? 'html' : 'xml',
  });
}

/**
 * Encoding that markup states (`<?xml encoding=`, `<meta charset=`), or null. `bytes` from the
 * start.
 */
export function statedEncoding(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, 2048));
  if (!MARKUP.test(beginning.trimStart())) return null;
  const stated = /(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]+)/i.exec(beginning)?.[1]?.toLowerCase() ?? null;
  // Bytes that can be read one by one are not UTF-16, whatever they state.
  return stated === null || stated.startsWith('utf-16') || stated === 'unicode' ? null : stated;
}
