/**
 * Month names and abbreviations in English, German, Spanish and French, in lower case without
 * accents.
 */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'jaenner', 'enero', 'ene', 'janvier', 'janv'],
  ['february', 'feb', 'februar', 'feber', 'febrero', 'fevrier', 'fevr', 'fev', 'febr'],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'marzo', 'mzo', 'mars'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'junio', 'juin'],
  ['july', 'jul', 'juli', 'julio', 'juillet', 'juill', 'juil'],
  ['august', 'aug', 'agosto', 'ago', 'agt', 'agto', 'aout'],
  ['september', 'sep', 'sept', 'septiembre', 'setiembre', 'set', 'septembre'],
  ['october', 'oct', 'oktober', 'okt', 'octubre', 'octobre'],
  ['november', 'nov', 'noviembre', 'novembre'],
  ['december', 'dec', 'dezember', 'dez', 'diciembre', 'dic', 'decembre'],
];

/**
 * Month names and abbreviations in Portuguese, Italian, Dutch and Polish (both cases), as far as
 * they are not those of above. Polish "lip" and "lis" are not there: in Croatian they are another
 * month.
 */
const MORE_MONTHS =
  'janeiro gennaio gen januari styczen stycznia sty|fevereiro febbraio februari luty lutego lut|marco maart mrt marzec marca|aprile kwiecien kwietnia kwi|maio maggio mag mei maj maja|junho giugno giu czerwiec czerwca cze|julho luglio lug lipiec lipca|augustus sierpien sierpnia sie|setembro settembre sett wrzesien wrzesnia wrz|outubro out ottobre ott pazdziernik pazdziernika paz|listopad listopada|dezembro dicembre grudzien grudnia gru';

/**
 * Arabic month names without marks: of Egypt and the Gulf, of Tunisia, Algeria and Morocco, and of
 * the Levant.
 */
const ARABIC_MONTHS =
  'يناير جانفي كانون_الثاني|فبراير فيفري شباط|مارس اذار|ابريل افريل نيسان|مايو ماي ايار|يونيو يونيه جوان حزيران|يوليو يوليه جويلية يوليوز تموز|اغسطس اوت غشت اب|سبتمبر شتنبر ايلول|اكتوبر تشرين_الاول|نوفمبر نونبر تشرين_الثاني|ديسمبر دجنبر كانون_الاول';

const WEEKDAYS = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
    'lunes martes miercoles jueves viernes sabado domingo lun mie jue vie sab dom',
    'السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة',
    'lunedi martedi mercoledi giovedi venerdi sabato domenica gio',
    'segunda terca quarta quinta sexta seg qua qui sex',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo',
    'poniedziałek wtorek sroda czwartek piatek sobota niedziela pon pn wt sr czw pt sob nd niedz',
    'lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim',
  ].flatMap((line) => line.split(' ')),
);

const NUMBER_OF = new Map(
  [...MONTHS, ...[MORE_MONTHS, ARABIC_MONTHS].flatMap(namesByMonth)].flatMap((names, index) =>
    names.map((name) => [name, (index % 12) + 1] as const),
  ),
);

/** The names of each month, of "januari styczen|februari luty|...". */
function namesByMonth(all: string): readonly (readonly string[])[] {
  return all.split('|').map((names) => names.split(' '));
}

/**
 * Month of a word, 1 to 12, or null. The word is in lower case without accents. Two words of the
 * Levant are one: "كانون_الثاني".
 */
export function monthOfName(word: string): number | null {
  return NUMBER_OF.get(word) ?? null;
}

/**
 * Tells whether the word (lower case, no accents) is a weekday. "mar" is not: it is more often
 * March.
 */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(word);
}
