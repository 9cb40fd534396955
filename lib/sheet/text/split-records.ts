/**
 * Splits the first non-empty records of a text by a delimiter, for judging the delimiter. A quote
 * opens only at the start of a field. Records that the sample cuts off are dropped.
 */
export function splitRecords(
  text: string,
  delimiter: string,
  most: { readonly records: number; readonly characters: number },
): readonly (readonly string[])[] {
  const records: string[][] = [];
  const end = Math.min(text.length, most.characters);
  let fields: string[] = [];
  let start = 0;
  let at = 0;
  while (at < end && records.length < most.records) {
    if (at === start && text[at] === '"') {
      at = behindQuoted(text, at, end);
      continue;
    }
    const character = text[at];
    const isLineEnd = character === '\n' || character === '\r';
    if (character !== delimiter && !isLineEnd) {
      at += 1;
      continue;
    }
    fields.push(unquoted(text.slice(start, at)));
    at += 1;
    start = at;
    if (!isLineEnd) continue;
    if (fields.length > 1 || fields[0] !== '') records.push(fields);
    fields = [];
  }
  const isWhole = end === text.length && records.length < most.records;
  if (isWhole && (start < end || fields.length > 0)) records.push([...fields, unquoted(text.slice(start))]);
  return records;
}

/** Place behind the closing quote. */
function behindQuoted(text: string, open: number, end: number): number {
  let at = open + 1;
  while (at < end) {
    if (text[at] === '"' && text[at + 1] !== '"') return at + 1;
    at += text[at] === '"' ? 2 : 1;
  }
  return end;
}

function unquoted(field: string): string {
  return field.startsWith('"') && field.endsWith('"') && field.length > 1
    ? field.slice(1, -1).replaceAll('""', '"')
    : field;
}
