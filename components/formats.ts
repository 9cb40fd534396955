/**
 * How numbers, days and lists are written: in the language of the messages, days in the order of
 * the reader's region (English and "de-DE" -> "3 Mar 2026", English and "en-US" -> "Mar 3, 2026").
 * Digits are the same in every language: numbers of rows have to look as they do in the
 * spreadsheet, and are typed to overrule an alarm.
 */
export function formatsOf(language: string, reader: string) {
  const { region } = new Intl.Locale(reader).maximize();
  const options = { numberingSystem: 'latn', calendar: 'gregory' };
  const tag = new Intl.Locale(language, region === undefined ? options : { ...options, region });
  return {
    plurals: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(tag),
    percents: new Intl.NumberFormat(tag, { style: 'percent' }),
    days: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }),
    dates: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }),
    clocks: new Intl.DateTimeFormat(tag, { timeStyle: 'medium' }),
    moments: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
    all: new Intl.ListFormat(language, { type: 'conjunction' }),
    units: new Intl.ListFormat(language, { type: 'unit' }),
  };
}
