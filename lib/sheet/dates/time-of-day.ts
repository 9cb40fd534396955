/**
 * "14:05", "2:05:00 PM", "um 14:05 Uhr", "à 14 h 05", "a las 14:05 horas", "2 pm", "오전 2:05".
 * The zone is not in it.
 */
const TIME =
  /[T\s,]+(?:(?:at|um|a las?|às|à|a|om|kl\.?|klo|alle|ore|o|v|в) |[上下]午\s?|午[前後]\s?|오[전후]\s?)?(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*(?:[ap]\.?\s?m\b\.?|uhr\b|h(?:r?s|r|oras?)?\b\.?))?|\d{1,2} h \d{2}|\d{1,2}\s?[ap]\.?\s?m\b\.?|\d{6}(?=z$))/giu;
/** "10:15:32 31/01/2027", as Vietnamese programs write. */
const TIME_IN_FRONT = /^\d{1,2}:\d{2}(?::\d{2})?(?: [ap]m)?,? (?=\d)/i;
/** "Sun Jan 31 00:00:00 CET 2027", as Unix and Java write. */
const TIME_BEFORE_YEAR = /^(.{5,20}) \d{1,2}:\d{2}:\d{2}(?: [ap]m)? (?:(\S{1,9}) )?(\d{4})$/i;

/** "Z", "UTC", "GMT+5:30", "-07", "+0100". */
const OFFSET = /^(?:z|utc|gmt|ut)?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?$/i;
/** "EST", "CEST", "AEDT", also with an offset behind; not what stands for a time to come. */
const ABBREVIATION = /^(?!TB[ACD]$)[A-Z]{2,5}(?:\s?[+-]\d{1,2}(?::?\d{2})?)?$/;
/** Usual ones as people type them: "10 am est". */
const TYPED_ABBREVIATION = /^(?:[a-z]{1,2}[ds]t|[cemw]e?s?t|e?est|[ecmp]t|mes?z|msk)$/;
/** "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5". */
const TZ_NAME = /^\p{Lu}[\p{L}_]+(?:\/\p{Lu}[\w+-]*)+$/u;
const WORDS = /^[\p{L}\p{M}\s.,'’/&-]{4,60}$/u;
/**
 * A word for time or hour: "Central European Standard Time", "heure d’été", "Mitteleuropäische
 * Zeit".
 */
const WORD_FOR_TIME =
  /(?:^|\s)(?:time|heure|hora|est\S{1,2}ndar|verano|padrão|verão|horário|ora|tijd|tid|czas|čas|saati|aika|idő)(?:\s|$)|zeit$|tijd$|tid$|время|ώρα|時間|时间|標準時|夏時間|표준시|시간/iu;

/**
 * Removes a time of day with the zone behind it. The written day stays whatever the zone is: it is
 * the day that the admin sees. "31/01/2027 12:00 AM GMT+5:30" -> "31/01/2027".
 *
 * What is behind a time and is no zone keeps it: "31/01/2027 10:00 or 01/02/2027".
 */
export function withoutTime(text: string): string {
  if (!/\d[:.h]\d|\d\s?[aph]|z$/i.test(text)) return text;
  const [, day, zone = '', year] = TIME_BEFORE_YEAR.exec(text) ?? [];
  if (day !== undefined && year !== undefined && isZone(zone)) return `${day} ${year}`;
  for (const time of text.matchAll(TIME))
    if (isZone(text.slice(time.index + time[0].length))) return text.slice(0, time.index).trim();
  return text.replace(TIME_IN_FRONT, '');
}

/** Tells whether a text is the name of a time zone, its distance from UTC, or nothing. */
function isZone(text: string): boolean {
  // A name in brackets explains what is in front of it: "GMT+0100 (CET)", "+01:00[Europe/Berlin]".
  const zone = text.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])$/, '').trim();
  return (
    OFFSET.test(zone) ||
    ABBREVIATION.test(zone) ||
    TYPED_ABBREVIATION.test(zone) ||
    TZ_NAME.test(zone) ||
    (WORDS.test(zone) && WORD_FOR_TIME.test(zone))
  );
}
