import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { plainXml } from '../../../../lib/sheet/sheetjs/plain-xml';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { textsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';

const NAMES = ['office', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const CONTENT = `<office:document-content ${NAMES}><office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="5"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;

async function read(parts: Readonly<Record<string, Uint8Array | string>>) {
  const packed: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(parts))
    packed[name] = typeof part === 'string' ? strToU8(part) : part;
  const book = await readWorkbook(zipSync(packed), LAZY_PARTS);
  return book.ok ? book.value.sheets.map(textsOf) : book.problem.code;
}

describe('an ODS that is made by hand', () => {
  const manifest = { 'META-INF/manifest.xml': '<manifest/>' };
  const utf16 = (text: string) =>
    Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((sign) => [sign.charCodeAt(0), 0])]);

  test.each<[string, Readonly<Record<string, Uint8Array | string>>]>([
    ['as usual', { mimetype: MIMETYPE, 'content.xml': DECLARATION + CONTENT, ...manifest }],
    ['without a declaration', { mimetype: MIMETYPE, 'content.xml': CONTENT, ...manifest }],
    ['in single quotes', { 'content.xml': (DECLARATION + CONTENT).replaceAll('"', "'"), ...manifest }],
    ['with a comment above', { 'content.xml': `<!-- "by hand" -->${CONTENT}`, ...manifest }],
    [
      'with a document type',
      { 'content.xml': `${DECLARATION}<!DOCTYPE office:document-content SYSTEM "a">${CONTENT}`, ...manifest },
    ],
    ['in UTF-16', { 'content.xml': utf16(`<?xml version="1.0" encoding="UTF-16"?>${CONTENT}`), ...manifest }],
    ['without a manifest', { mimetype: MIMETYPE, 'content.xml': DECLARATION + CONTENT }],
    ['of content alone', { 'content.xml': CONTENT }],
    ['its parts in another order', { ...manifest, 'content.xml': CONTENT, mimetype: MIMETYPE }],
    ['with styles of nothing', { 'content.xml': CONTENT, 'styles.xml': '', ...manifest }],
    ['with blanks in front', { 'content.xml': `\uFEFF \n${CONTENT}`, ...manifest }],
  ])('%s', async (_name, parts) => {
    expect(await read(parts)).toEqual([[['Name', '5']]]);
  });

  test.each([
    ['content that is no XML', { mimetype: MIMETYPE, 'content.xml': 'nothing', ...manifest }, 'file-damaged'],
    ['no content', { mimetype: MIMETYPE, 'styles.xml': CONTENT }, 'zip-of-several'],
    ['another archive with such a part', { 'content.xml': CONTENT, 'b.txt': 'b' }, 'zip-of-several'],
  ])('%s is refused', async (_name, parts, code) => {
    expect(await read(parts)).toBe(code);
  });
});

describe('attributes', () => {
  test.each([
    [`<a b='c'/>`, `<a b="c"/>`],
    [`<a b='c "d"'/>`, `<a b="c &quot;d&quot;"/>`],
    [`<a b="x='y'" c='z'/>`, `<a b="x='y'" c="z"/>`],
    [`<a>b='c'</a>`, `<a>b='c'</a>`],
    [`<a b = 'c'>d='e'</a>`, `<a b ="c">d='e'</a>`],
  ])('%s', (xml, expected) => {
    expect(plainXml(`<x y='1'/>${xml}`)).toBe(`${DECLARATION}<x y="1"/>${expected}`);
  });
});
