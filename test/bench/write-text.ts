import { closeSync, openSync, writeSync } from 'node:fs';
import { dayOfSerial } from '../../lib/sheet/number-format/serial-day';
import { HEADERS, type BenchCell } from './rows';

/**
 * Style of a list. `quoted`: every field in quotes, descriptions with line ends and quotes in them.
 */
export type TextVariant = 'lf' | 'crlf' | 'quoted' | 'utf-16' | 'windows-1252';

const ROWS_AT_ONCE = 2000;

/** Writes a CSV of a header and `count` rows. */
export function writeText(
  path: string,
  count: number,
  variant: TextVariant,
  rowOf: (row: number) => readonly BenchCell[],
): void {
  const file = openSync(path, 'w');
  const lineEnd = variant === 'lf' || variant === 'quoted' ? '\n' : '\r\n';
  const write = (text: string) => writeSync(file, encoded(text, variant));
  if (variant === 'utf-16') write('\uFEFF');
  let part = '';
  for (let row = 0; row <= count; row += 1) {
    const texts = row === 0 ? HEADERS : rowOf(row).map(shownText);
    const fields = texts.map((text, column) =>
      variant === 'quoted' ? quoted(column === 8 ? text.replace('; ', ';\n"') : text) : plain(text),
    );
    part += fields.join(',') + lineEnd;
    if (row % ROWS_AT_ONCE !== 0 && row !== count) continue;
    write(part);
    part = '';
  }
  closeSync(file);
}

function shownText(cell: BenchCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'day':
      return dayOfSerial(cell.serial, 1900)?.day ?? '';
    case 'percent':
      return `${(cell.value * 100).toFixed(2)}%`;
    case 'flag':
      return cell.value ? 'TRUE' : 'FALSE';
  }
}

/** Without quotes, which is Papa Parse's fast path: we are measured against that. */
function plain(text: string): string {
  return text.replaceAll(',', ';');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function encoded(text: string, variant: TextVariant): Buffer {
  if (variant === 'utf-16') return Buffer.from(text, 'utf16le');
  // The names are western: each character is one byte.
  if (variant === 'windows-1252') return Buffer.from(text, 'latin1');
  return Buffer.from(text, 'utf8');
}
