import { xmlText } from './xml-text';

/** The numbers of the styles in `stylesXml`. */
export const STYLE = { general: 0, text: 1, day: 2, header: 3, keyHeader: 4, key: 5 } as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet of the workbook, in the order in which its part is numbered. */
export interface WrittenSheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** The parts of a workbook besides its sheets, by their names (ECMA-376 part 1, 12.3). */
export function workbookParts(sheets: readonly WrittenSheetName[]): Readonly<Record<string, string>> {
  const numbers = sheets.map((_, at) => at + 1);
  return {
    '[Content_Types].xml':
      `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
      numbers
        .map(
          (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>` +
      sheets
        .map(({ name, hidden }, at) => {
          const state = hidden ? ' state="hidden"' : '';
          return `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
        })
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ...numbers.map((n) => ['worksheet', `worksheets/sheet${n}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
  };
  /** Ids are counted: those of the sheets come first. */
  function relationships(targets: readonly (readonly [string, string])[]): string {
    const lines = targets.map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    );
    return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
  }
}

/**
 * Texts have the format "@", so that what is typed over them stays a text: 1/2 is no day, 007 no 7.
 * Days are written with the year in front, which everybody reads in the same way.
 */
function stylesXml(): string {
  const format = (numFmt: number, font: number, fill: number) =>
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`;
  const fills = ['none', 'gray125'].map((kind) => `<fill><patternFill patternType="${kind}"/></fill>`);
  const grey = '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill>';
  const font = (weight: string, color: string) =>
    `<font>${weight}<sz val="11"/><color rgb="${color}"/><name val="Calibri"/></font>`;
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    `<fonts count="3">${font('', 'FF000000')}${font('<b/>', 'FF000000')}${font('', 'FF595959')}</fonts>` +
    `<fills count="3">${fills.join('')}${grey}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="6">${format(0, 0, 0)}${format(49, 0, 0)}${format(164, 0, 0)}${format(49, 1, 0)}${format(49, 1, 2)}${format(49, 2, 2)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
