import { withoutEscapes } from './sylk-escapes';

/**
 * Records and their fields that hold what is read here: values, places, formats and the date
 * system. SheetJS takes a text with any other one for no SYLK, and shows its source.
 */
const FIELDS: Readonly<Record<string, string>> = { ID: 'PNE', P: 'P', O: 'V', C: 'XYK', F: 'XYP', E: '' };
/** Semicolons within a text: doubled, or the last sign of an escape. */
const WITHIN = /;;|\u001B[\u0020-\u002F];/gu;

/**
 * Prepares SYLK for SheetJS: keeps the records and fields that it reads, and the format of a cell
 * from the next one. A format without a value belongs to a blank cell, and SheetJS would give it to
 * the cell behind.
 *
 * Example: "F;P2;Y1;X1", "C;Y1;X2;K45000" -> format 2 is of A1, and B1 has none.
 */
export function prepareSylk(sylk: string): string {
  const lines: string[] = [];
  let place = { row: 1, column: 1 };
  let formatted: string | null = null;
  let formats = 0;
  for (const [line] of withoutEscapes(sylk).matchAll(/[^\r\n]+/gu)) {
    const [type = '', ...fields] = fieldsOf(line.trim());
    const known = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
    if (known === undefined) continue;
    const isMade = (field: string) =>
      type !== 'F' || !field.startsWith('P') || Number(field.slice(1)) < formats;
    const kept = fields.filter((field) => field !== '' && known.includes(field.charAt(0)) && isMade(field));
    if (type === 'P' && kept.length === 0) continue;
    if (type === 'P') formats += 1;
    if (type !== 'C' && type !== 'F') {
      lines.push([type, ...kept].join(';'));
      continue;
    }
    // Formats of whole rows and columns have no place of their own, and move it nowhere.
    if (!kept.some((field) => field.startsWith('K')) && !kept.some(isPlace)) continue;
    place = placeAt(place, kept, type);
    const here = `${place.row} ${place.column}`;
    if (formatted !== null && formatted !== here) lines.push('F');
    const hasFormat = type === 'F' && kept.some((field) => field.startsWith('P'));
    formatted = hasFormat || (formatted === here && type === 'F') ? here : null;
    // The place is written out, so that nobody has to know where the record before was.
    const others = kept.filter((field) => !isPlace(field));
    lines.push([type, `Y${place.row}`, `X${place.column}`, ...others].join(';'));
  }
  return lines.join('\r\n');
}

/** The fields of a record, with the semicolons within them as they were. */
function fieldsOf(record: string): readonly string[] {
  const signs: string[] = [];
  const marked = record.replaceAll(WITHIN, (sign) => `\0${signs.push(sign) - 1}\0`);
  return marked
    .split(';')
    .map((field) => field.replaceAll(/\0(\d+)\0/gu, (_, at: string) => signs[Number(at)] ?? ''));
}

function isPlace(field: string): boolean {
  return /^[XY]\d+$/u.test(field);
}

/** The place of a record. A cell that names its row alone is in the first column. */
function placeAt(
  before: { readonly row: number; readonly column: number },
  fields: readonly string[],
  type: 'C' | 'F',
) {
  const numberOf = (axis: string) => {
    const field = fields.find((one) => isPlace(one) && one.startsWith(axis));
    return field === undefined ? null : Number(field.slice(1));
  };
  const row = numberOf('Y');
  const column = numberOf('X') ?? (row !== null && type === 'C' ? 1 : before.column);
  return { row: row ?? before.row, column };
}
