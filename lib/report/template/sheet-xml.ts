import type { Credential } from '../../credential/credential';
import { daysSince1970, type Day } from '../../credential/day';
import { columnLetter } from '../../sheet/cells/column-letter';
import { downloadText, isSerialDay, type FlagWords, type WrittenColumn } from './column-form';
import { STYLE } from './workbook-xml';
import { xmlText } from './xml-text';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
/** The day 1970-01-01 in a workbook that counts from 1900. */
const SERIAL_OF_1970 = 25_569;
const LAST_ROW = 1_048_576;
/**
 * Rows of a piece of text. Few: a piece that is small enough to be thrown away young is written
 * three times as quickly as one of 500 rows.
 */
const PIECE = 50;
const [NARROWEST, WIDEST] = [8, 50];
/** Rows by which the widths of columns are chosen. */
const SAMPLE = 1_000;

/**
 * Writes the sheet of a download, piece by piece: the header row stays in sight, and yes and no
 * (`flags`) are chosen from a list. No cell is a formula: each text is typed as text.
 */
export function* credentialSheetXml(
  columns: readonly WrittenColumn[],
  credentials: readonly Credential[],
  flags: FlagWords,
): Generator<string> {
  yield (
    `${XML}<worksheet ${MAIN}><sheetViews><sheetView tabSelected="1" workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft"/></sheetView></sheetViews>' +
    `<cols>${columns.map((column, at) => colXml(column, at, credentials, flags)).join('')}</cols><sheetData>`
  );
  yield rowXml(
    1,
    columns.map(({ header, isKey }, at) =>
      textCell(`${columnLetter(at)}1`, header, isKey ? STYLE.keyHeader : STYLE.header),
    ),
  );
  const writers = columns.map((column, at) => cellWriter(column, at, flags));
  for (let from = 0; from < credentials.length; from += PIECE) {
    const texts: string[] = [];
    for (const [offset, credential] of credentials.slice(from, from + PIECE).entries()) {
      const row = from + offset + 2;
      texts.push(`<row r="${row}">`);
      for (const write of writers) texts.push(write(row, credential));
      texts.push('</row>');
    }
    yield texts.join('');
  }
  yield `</sheetData>${validationsXml(columns, flags)}</worksheet>`;
}

/** Writes a sheet with one text in each row. */
export function* linesSheetXml(lines: Iterable<string>): Generator<string> {
  yield `${XML}<worksheet ${MAIN}><sheetData>`;
  let row = 0;
  for (const line of lines) {
    row += 1;
    yield rowXml(row, [textCell(`A${row}`, line, STYLE.text)]);
  }
  yield '</sheetData></worksheet>';
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** Writes the cell of a row in the column at a place; "" where it is blank. */
function cellWriter({ form, isKey, valueOf }: WrittenColumn, at: number, flags: FlagWords) {
  const letter = columnLetter(at);
  const serials = new Map<string, number | null>();
  return (row: number, credential: Credential): string => {
    const text = downloadText(valueOf(credential), flags);
    if (text === '') return '';
    const place = `${letter}${row}`;
    if (form === 'day') {
      const serial = serialOf(text, serials);
      if (serial !== null) return `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>`;
    }
    if (form === 'number') return `<c r="${place}"><v>${text}</v></c>`;
    return textCell(place, text, isKey ? STYLE.key : STYLE.text);
  };
}

/**
 * The number of a day in a workbook, null for a text that is none. Days repeat: `known` has them.
 */
function serialOf(text: string, known: Map<string, number | null>): number | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const serial = isSerialDay(text) ? daysSince1970(text as Day) + SERIAL_OF_1970 : null;
  known.set(text, serial);
  return serial;
}

/** Only a text with spaces at an end needs the attribute: a cell without it is read quicker. */
function textCell(place: string, text: string, style: number): string {
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}

/** The style of a column holds for what is typed below the last row as well. */
function colXml(
  column: WrittenColumn,
  at: number,
  credentials: readonly Credential[],
  flags: FlagWords,
): string {
  const { form, isKey, header, valueOf } = column;
  const styles = { text: STYLE.text, flag: STYLE.text, day: STYLE.day, number: STYLE.general };
  const lengths = credentials.slice(0, SAMPLE).map((of) => downloadText(valueOf(of), flags).length);
  const width = Math.min(WIDEST, Math.max(NARROWEST, header.length + 1, ...lengths) + 1);
  const style = isKey ? STYLE.key : styles[form];
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`;
}

function validationsXml(columns: readonly WrittenColumn[], flags: FlagWords): string {
  const lists = columns.flatMap(({ form }, at) => {
    const letter = columnLetter(at);
    return form === 'flag' ? [`${letter}2:${letter}${LAST_ROW}`] : [];
  });
  if (lists.length === 0) return '';
  return (
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" ' +
    `sqref="${lists.join(' ')}"><formula1>"${xmlText(flags.join(','))}"</formula1></dataValidation></dataValidations>`
  );
}
