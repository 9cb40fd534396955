import { closeSync, openSync, writeSync } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { HEADERS, type BenchCell } from './rows';

/** Place of the texts of a workbook: a part of their own, or their cells. */
export type StringsKept = 'shared' | 'inline';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ROWS_AT_ONCE = 2000;
const STYLES = { day: 1, percent: 2 } as const;

/**
 * Writes an XLSX of a header and `count` rows part by part, so that a full sheet fits. With shared
 * strings `rowOf` is called twice per row. Repeated texts are shared, all others have an entry
 * each.
 */
export function writeXlsx(
  path: string,
  count: number,
  strings: StringsKept,
  rowOf: (row: number) => readonly BenchCell[],
): void {
  const file = openSync(path, 'w');
  const zip = new Zip((error, part) => {
    if (error) throw error;
    writeSync(file, part);
  });
  const shared = strings === 'shared' ? new SharedTexts() : null;
  const parts: readonly (readonly [string, Iterable<string>])[] = [
    ['[Content_Types].xml', [contentTypes(shared !== null)]],
    ['_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]],
    ['xl/workbook.xml', [WORKBOOK]],
    [
      'xl/_rels/workbook.xml.rels',
      [
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
          ...(shared === null ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
        ]),
      ],
    ],
    ['xl/styles.xml', [STYLE_SHEET]],
    ['xl/worksheets/sheet1.xml', sheetXml(count, rowOf, shared)],
    ...(shared === null ? [] : [['xl/sharedStrings.xml', shared.xml(count, rowOf)] as const]),
  ];
  for (const [name, texts] of parts) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for (const text of texts) entry.push(strToU8(text));
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  closeSync(file);
}

/** Numbers the texts in the order of the cells. Only repeated texts are stored. */
class SharedTexts {
  readonly #known = new Map<string, number>();
  #next = 0;

  numberOf(text: string, repeats: boolean): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const number = this.#next;
    this.#next += 1;
    if (repeats) this.#known.set(text, number);
    return number;
  }

  /** Makes the part by a second pass over the rows. */
  *xml(count: number, rowOf: (row: number) => readonly BenchCell[]): Generator<string> {
    const total = this.#next;
    const written = new Set<string>();
    yield `${XML}<sst xmlns="${MAIN}" count="${total}" uniqueCount="${total}">`;
    let part = '';
    for (let row = 0; row <= count; row += 1) {
      const cells = row === 0 ? headerCells() : rowOf(row);
      cells.forEach((cell, column) => {
        if (cell.kind !== 'text') return;
        if (repeats(row, column)) {
          if (written.has(cell.text)) return;
          written.add(cell.text);
        }
        part += `<si><t>${escaped(cell.text)}</t></si>`;
      });
      if (row % ROWS_AT_ONCE !== 0) continue;
      yield part;
      part = '';
    }
    yield `${part}</sst>`;
  }
}

/** Course and description repeat; all other texts are unique. */
function repeats(row: number, column: number): boolean {
  return row > 0 && (column === 7 || column === 8);
}

function* sheetXml(
  count: number,
  rowOf: (row: number) => readonly BenchCell[],
  shared: SharedTexts | null,
): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${count + 1}"/><sheetData>`;
  let part = '';
  for (let row = 0; row <= count; row += 1) {
    const number = row + 1;
    part += `<row r="${number}">`;
    (row === 0 ? headerCells() : rowOf(row)).forEach((cell, column) => {
      part += cellXml(cell, `${String.fromCharCode(65 + column)}${number}`, (text) =>
        shared === null ? null : shared.numberOf(text, repeats(row, column)),
      );
    });
    part += '</row>';
    if (row % ROWS_AT_ONCE !== 0) continue;
    yield part;
    part = '';
  }
  yield `${part}</sheetData></worksheet>`;
}

function cellXml(cell: BenchCell, at: string, numberOf: (text: string) => number | null): string {
  switch (cell.kind) {
    case 'text': {
      const number = numberOf(cell.text);
      return number === null
        ? `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`
        : `<c r="${at}" t="s"><v>${number}</v></c>`;
    }
    case 'number':
      return `<c r="${at}"><v>${cell.value}</v></c>`;
    case 'day':
      return `<c r="${at}" s="${STYLES.day}"><v>${cell.serial}</v></c>`;
    case 'percent':
      return `<c r="${at}" s="${STYLES.percent}"><v>${cell.value}</v></c>`;
    case 'flag':
      return `<c r="${at}" t="b"><v>${cell.value ? 1 : 0}</v></c>`;
  }
}

function headerCells(): readonly BenchCell[] {
  return HEADERS.map((text) => ({ kind: 'text', text }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const tags = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}

function contentTypes(withStrings: boolean): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
    ...(withStrings ? [['/xl/sharedStrings.xml', 'sharedStrings']] : []),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${CONTENT}.${type}+xml"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts.join('')}</Types>`;
}

const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Credentials" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const STYLE_SHEET = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
