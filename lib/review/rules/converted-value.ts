import { isWrittenDate } from '../../assign/read/value-shape';
import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { monthOfName } from '../../sheet/number-format/month-names';
import type { Finding } from '../terms/finding';
import { warningAt } from '../terms/finding-at';
import { NOTHING, type RowRule } from '../terms/matched-row';
import type { TypedCell } from '../terms/row-diff';
import { isMonthElsewhere, plainWord } from './month-elsewhere';
import { isTextOf } from './text-attributes';

/**
 * Attributes of which the platform knows what they are. A custom text may well be a date or a yes.
 */
const KNOWN: ReadonlySet<AttributeId> = new Set(['recipient-name', 'grade', 'credential-name']);

/**
 * A day and a month, as spreadsheet programs show "9/10" once they took it for a date: "9-Oct", "1.
 * Mär", "Oct-09".
 */
const SHORT_DATE = /^(?:\d{1,2}[-. ]{1,2}(\p{L}{3,5})\.?|(\p{L}{3,5})[-. ]{1,2}\d{2})$/u;
/** Three parts, or a month in words. "87.5 %" need not be read as a date. */
const DAY_LIKE = /^\d{1,4}[-/. 年]\s?(?:\d{1,2}[-/. 月]|\p{L})/u;
const EAST_ASIAN = /^\d{1,2}[月월]\s?\d{1,2}[日일]$/;
/** Yes and no as spreadsheet programs write them. "True" is a name. */
const FLAG = /^(?:TRUE|FALSE|WAHR|FALSCH|VRAI|FAUX|VERDADERO|FALSO)$/;
/** The same in other languages. Some are surnames: TOSI, VERO. */
const FLAG_BUT_IN_NAMES =
  /^(?:WAAR|ONWAAR|VERO|VERDADEIRO|ИСТИНА|ЛОЖЬ|ІСТИНА|ХИБНІСТЬ|PRAWDA|FAŁSZ|DOĞRU|YANLIŞ|SANT|FALSKT|SAND|FALSK|SANN|USANN|TOSI|EPÄTOSI|PRAVDA|NEPRAVDA|IGAZ|HAMIS|ADEVĂRAT|FALS|ΑΛΗΘΕΣ|ΨΕΥΔΕΣ)$/;
/** All of these texts begin or end with a digit, or are capitals alone. Most values do not. */
const MAY_BE = /^[\d.,-]|[\d日일]$|^\p{Lu}{4,10}$/u;
const PERCENT = /^-?\d+(?:[.,]\d+)?\s?%$/;
const SHARE = /^(?:[01](?:[.,]0+)?|0?[.,]\d+)$/;
const NUMBER = /^-?\d{1,3}(?:[.,'’ \u00A0\u202F]?\d{3})*(?:[.,]\d+)?$/;

/**
 * The spreadsheet program made something else of what was typed: a grade 9/10 became the date
 * "9-Oct", a name the number 7 or a TRUE, and "85%" is stored as 0.85 in a column that lost its
 * format. Known by the kind of the cell in the file, or by the text where the file has texts alone.
 *
 * Grade "9-Oct", "0.85" over "90%", "1000" over "1,000" -> asked; the last two with the present
 * form offered. Grade "3/4", "May", "85%", a custom "2027-01-31" over "2026-01-31" -> none.
 */
export const convertedValue: RowRule = ({ row, diff, context }) => {
  let found: Finding[] | null = null;
  for (const field of diff.fields) {
    if (typeof field.after !== 'string') continue;
    if (diff.typed.length === 0 && !MAY_BE.test(field.after)) continue;
    const isName = field.attribute === 'recipient-name';
    if (!isName && !isTextOf(field.attribute)) continue;
    const kind = diff.typed.length === 0 ? null : kindOf(field.attribute, diff.typed);
    const suggestion = isName ? null : otherForm(field, context.hasPercentGrades);
    if (suggestion === null && !isConverted(field, field.after, kind)) continue;
    (found ??= []).push(warningAt(row, 'converted-value', field.attribute, { suggestion }));
  }
  return found ?? NOTHING; // none
};

function kindOf(attribute: AttributeId, typed: readonly TypedCell[]): TypedCell['kind'] | null {
  return typed.find((cell) => cell.attribute === attribute)?.kind ?? null; // a text
}

function isConverted(
  { attribute, before }: FieldChange,
  after: string,
  kind: TypedCell['kind'] | null,
): boolean {
  const isKnown = KNOWN.has(attribute);
  // Where a date is replaced, the attribute holds dates.
  const wasDate = typeof before === 'string' && isWrittenDate(before);
  if (kind === 'day') return !wasDate;
  if (!isKnown) return false;
  if (kind === 'flag' || FLAG.test(after)) return true;
  if (attribute !== 'recipient-name' && FLAG_BUT_IN_NAMES.test(after)) return true;
  if (kind === 'number') return attribute === 'recipient-name';
  return isDate(after) && !wasDate;
}

function isDate(text: string): boolean {
  const [, behind, inFront] = SHORT_DATE.exec(text) ?? [];
  const word = behind ?? inFront;
  if (word !== undefined) {
    const plain = plainWord(word);
    return monthOfName(plain) !== null || isMonthElsewhere(plain);
  }
  return EAST_ASIAN.test(text) || (DAY_LIKE.test(text) && isWrittenDate(text));
}

/**
 * The new number in the form of the present one: 0.9 over "85%" -> "90%", "1000" over "1,000" ->
 * "1,000". Null where the form is the same, or the number may be meant.
 */
function otherForm(
  { attribute, before, after }: FieldChange,
  hasPercentGrades: () => boolean,
): string | null {
  if (typeof after !== 'string' || !/^[\d.,-]/.test(after)) return null;
  if (SHARE.test(after)) {
    const isPercent =
      typeof before === 'string' ? PERCENT.test(before) : attribute === 'grade' && hasPercentGrades();
    if (isPercent) return percentOf(after, typeof before === 'string' && / %$/.test(before));
  }
  if (typeof before !== 'string' || before === after || !NUMBER.test(before) || !NUMBER.test(after))
    return null;
  // The same digits, grouped before and not any more. Decimals are another number: "4.0" is not
  // "40".
  const isGrouped = /\d[.,'’ \u00A0\u202F]\d{3}(?!\d)/.test(before) && /^-?\d+$/.test(after);
  return isGrouped && before.replace(/[^\d-]/g, '') === after ? before : null;
}

function percentOf(share: string, isSpaced: boolean): string {
  const percent = Number((Number(share.replace(',', '.')) * 100).toFixed(6));
  return `${String(percent).replace('.', share.includes(',') ? ',' : '.')}${isSpaced ? ' %' : '%'}`;
}
