import { itemAt } from '../../element-at';

/**
 * Reads DIF (Data Interchange Format) as records of shown texts: "0,31/01/2027" -> "31/01/2027".
 * SheetJS would guess a date by the American order. Null when the text breaks off, or is no DIF.
 */
export function readDif(text: string): readonly (readonly string[])[] | null {
  const lines = text.split(/\r\n|\r|\n/);
  const records: string[][] = [];
  let at = lines.findIndex((line) => line.trim() === 'DATA') + 3;
  if (at < 3) return null;
  while (at < lines.length) {
    const [type = '', ...rest] = itemAt(lines, at).split(',');
    let value = lines[at + 1] ?? '';
    at += 2;
    if (type.trim() === '-1') {
      if (value.trim() === 'EOD') return records;
      records.push([]);
      continue;
    }
    // A quoted text may contain line ends.
    if (type.trim() === '1' && hasOddQuotes(value)) {
      const first = at;
      while (at < lines.length && !hasOddQuotes(itemAt(lines, at))) at += 1;
      at = Math.min(at + 1, lines.length);
      value = [value, ...lines.slice(first, at)].join('\n');
    }
    records.at(-1)?.push(type.trim() === '1' ? unquoted(value) : shown(rest.join(','), value.trim()));
  }
  return null;
}

function hasOddQuotes(value: string): boolean {
  return (value.match(/"/g)?.length ?? 0) % 2 === 1;
}

function unquoted(value: string): string {
  return value.trim().replace(/^"|"$/g, '').replaceAll('""', '"');
}

/**
 * Text of a number with its indicator: V is a value, NA and ERROR are formula errors, TRUE and
 * FALSE themselves.
 */
function shown(number: string, indicator: string): string {
  if (indicator === 'NA') return '#N/A';
  if (indicator === 'ERROR') return '#VALUE!';
  return indicator === 'TRUE' || indicator === 'FALSE' ? indicator : number.trim();
}
