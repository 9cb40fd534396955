/**
 * Languages whose short months spreadsheet programs write, and in which no date is read. Czech and
 * Croatian are not among them: "5-Pro" and "3-Led" are theirs, and may be grades.
 */
const LANGUAGES = 'ru uk be bg sr mk el tr ro hu sk sl sv da nb'.split(' ');

let months: ReadonlySet<string> | null = null;

/**
 * Tells whether a word, in lower case without accents, is a short month of a language in which no
 * date is read (sheet/number-format/month-names.ts has the others). The names are those of the
 * browser: "окт", "оκτ", "eki".
 */
export function isMonthElsewhere(word: string): boolean {
  months ??= new Set(LANGUAGES.flatMap(monthsOf));
  return months.has(word);
}

function monthsOf(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const part = format.formatToParts(Date.UTC(2026, month, 9)).find(({ type }) => type === 'month');
    return plainWord(part?.value ?? ''); // a month has a name
  });
}

/** "Окт." -> "окт". */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
