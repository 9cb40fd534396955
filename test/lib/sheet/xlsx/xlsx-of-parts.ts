import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;

/** Parts that replace or join the default ones; null leaves one out. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

/** XLSX written part by part: one sheet with these rows (the inside of `sheetData`). */
export function xlsxOfParts(rows: string, parts: Parts = {}): Uint8Array {
  // A fixed day, so that equal parts are equal bytes.
  return zipSync(Object.fromEntries(partsOfXlsx(rows, parts)), { mtime: '2027-01-31' });
}

/** Parts by path. */
export function partsOfXlsx(rows: string, parts: Parts = {}): readonly (readonly [string, Uint8Array])[] {
  const all: Parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
  return Object.entries(all).flatMap(([path, part]) =>
    part === null ? [] : [[path, typeof part === 'string' ? strToU8(part) : part] as const],
  );
}

/** Relations part with rId1, rId2, ... */
export function relations(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const tags = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships>${tags.join('')}</Relationships>`;
}

/** Styles part whose style 1 has this format. */
export function stylesOf(format: string): string {
  const code = format.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs><dxfs><dxf><numFmt numFmtId="170" formatCode="0"/></dxf></dxfs></styleSheet>`;
}

/** Shared strings part. */
export function stringsOf(...items: readonly string[]): string {
  return `<sst>${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}
