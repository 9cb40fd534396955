import type { ColumnChoice, WriteRule } from '../../lib/assign/choice/assignment';
import type { ColumnReport } from '../../lib/assign/facts/column-report';
import { FIRST_JOINED } from '../../lib/assign/edit/join';
import type { ColumnFacts } from '../../lib/assign/facts/describe-columns';
import { textTransformsOf } from '../../lib/assign/choice/text-transform';
import type { Attribute } from '../../lib/credential/attribute';
import { evidencePartOf } from '../../lib/credential/evidence-attribute';

import type { Session } from '../../lib/session/session';
import type { DateFormat } from '../../lib/sheet/dates/date-format';
import { named, t, tn } from '../text';

const WRITE_RULES: readonly WriteRule[] = ['always', 'only-empty', 'never'];
const FORMATS: readonly DateFormat[] = ['day-month-year', 'month-day-year', 'year-month-day'];

interface Props {
  readonly session: Session;
  readonly choice: ColumnChoice;
  readonly facts: ColumnFacts;
  readonly attribute: Attribute;
  readonly report: ColumnReport | undefined;
  /** Rows are matched by it: then it is not written. */
  readonly isKey: boolean;
  /** The date format of last time, where a saved mapping was applied. */
  readonly lastFormat: DateFormat | undefined;
  /** Whether all options are shown, or only those that have to be known. */
  readonly isWhole: boolean;
}

/** Options of a column that is written, by what it holds. */
export function optionsOf({ facts, attribute, choice, isKey }: Omit<Props, 'isWhole' | 'session'>) {
  // Evidence is only ever added: there is nothing to write over.
  const isField = !isKey && attribute.role !== 'key' && attribute.role !== 'check';
  const isWritten = isField && evidencePartOf(attribute.id) === null;
  const isDay = attribute.kind === 'day' && facts.writtenDates > 0;
  return {
    /** Whether there are options at all. */
    any: isField || isDay,
    day: isDay,
    blank: isField,
    write: isWritten,
    tidy: isField && textTransformsOf(attribute).length > 0,
    /** Options that differ from the usual or have to be known: shown without being asked for. */
    known: {
      blank: isField && (facts.blanks > 0 || choice.blank !== 'keep'),
      write: isWritten && choice.write !== 'always',
      tidy: isField && choice.transform !== undefined,
    },
  };
}

/**
 * The date format and the blank rule, only where they apply, and what cannot be read under them.
 * Further options where they differ from the usual, or all of them.
 */
export function HowToRead(props: Props) {
  const { report, isWhole } = props;
  const options = optionsOf(props);
  const shown = isWhole ? options : options.known;
  const dates = report?.dates ?? null; // the column was not read yet
  return (
    <div class="how">
      {options.day && <DateFormatSelect {...props} />}
      {shown.blank && <BlankSelect {...props} />}
      {shown.write && <WriteSelect {...props} />}
      {shown.tidy && <TidySelect {...props} />}
      {dates !== null && dates.timesOfDay > 0 && (
        <p class="small quiet">{tn('timesOfDay', dates.timesOfDay)}</p>
      )}
      {dates !== null && dates.shortYears > 0 && (
        <p class="small quiet">{tn('shortYears', dates.shortYears)}</p>
      )}
      {report !== undefined && report.unreadable > 0 && !awaitsFormat(props) && (
        <div class="small error">
          {tn('unreadable', report.unreadable)}
          <ul>
            {report.examples.map(({ row, text }) => (
              <li key={row}>{t('unreadableExample', String(row), text)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/**
 * Whether the order of day and month is still to be chosen: until then every written date counts as
 * unreadable.
 */
function awaitsFormat({ facts, choice, attribute }: Props): boolean {
  return attribute.kind === 'day' && choice.dateFormat === null && facts.dateFormat.kind !== 'none-needed';
}

function DateFormatSelect(props: Props) {
  const { session, choice, facts, report, lastFormat, isWhole } = props;
  const awaits = awaitsFormat(props);
  const found = facts.dateFormat;
  const isAsked = choice.dateFormat === null;
  const best = report?.dates?.agreeing[0]; // the column was not read yet
  return (
    <>
      <label class="inline-choice" data-open={awaits}>
        {(isWhole || awaits) && <span class="small quiet">{t('dateFormat')}</span>}
        <select
          class="select"
          aria-label={t('dateFormatFor', facts.header)}
          value={choice.dateFormat ?? ''}
          onChange={(event) => {
            const chosen = FORMATS.find((format) => format === event.currentTarget.value);
            if (chosen !== undefined) session.assign.setDateFormat(choice.column, chosen);
          }}
        >
          {isAsked && <option value="">{t(awaits ? 'dateFormat_choose' : 'dateFormat_notNeeded')}</option>}
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {formatLabel(format)}
            </option>
          ))}
        </select>
      </label>
      {isWhole && found.kind === 'proved' && found.format === choice.dateFormat && (
        <p class="small quiet">{t('dateFormatProved', found.by)}</p>
      )}
      {(isWhole || isAsked) && best && (
        <p class="small quiet">{tn('dateFormatOfValues', best.agreeing, formatLabel(best.format))}</p>
      )}
      {found.kind === 'swapped' && <p class="small caution">{t('dateFormatTurned', found.by)}</p>}
      {found.kind === 'mixed' && <p class="small caution">{t('dateFormatMixed')}</p>}
      {isAsked && found.kind === 'open' && <p class="small caution">{t('dateFormatAsk', found.by)}</p>}
      {isAsked && (found.kind === 'proved' || found.kind === 'hinted') && (
        <p class="small caution">{t('dateFormatDoubt', found.by, formatLabel(found.format))}</p>
      )}
      {isAsked && lastFormat && <p class="small quiet">{t('dateFormatLastTime', formatLabel(lastFormat))}</p>}
    </>
  );
}

function formatLabel(format: DateFormat): string {
  return t(named('dateFormat', format));
}

/** When its values are written (docs/product.md 2.3). */
function WriteSelect({ session, choice, facts }: Props) {
  return (
    <label class="inline-choice" data-rule={choice.write}>
      <span class="small quiet">{t('writeRule')}</span>
      <select
        class="select"
        aria-label={t('writeRuleFor', facts.header)}
        value={choice.write}
        onChange={(event) => {
          const chosen = WRITE_RULES.find((rule) => rule === event.currentTarget.value);
          if (chosen !== undefined) session.assign.setWrite(choice.column, chosen);
        }}
      >
        {WRITE_RULES.map((rule) => (
          <option key={rule} value={rule}>
            {t(named('writeRule', rule))}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * How its spaces and letters are written, where that is not as in the sheet (docs/product.md 2.3).
 */
function TidySelect({ session, choice, facts, attribute }: Props) {
  const tidies = textTransformsOf(attribute);
  if (tidies.length === 0) return null;
  return (
    <label class="inline-choice" data-rule={choice.transform}>
      <span class="small quiet">{t('tidy')}</span>
      <select
        class="select"
        aria-label={t('tidyFor', facts.header)}
        value={choice.transform ?? ''}
        onChange={(event) => {
          const chosen = tidies.find((tidy) => tidy === event.currentTarget.value);
          session.assign.setTransform(choice.column, chosen);
        }}
      >
        <option value="">{t('tidy_none')}</option>
        {tidies.map((tidy) => (
          <option key={tidy} value={tidy}>
            {t(named('tidy', tidy))}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * Chooses what blank cells do. A name, an issue date or a flag cannot be cleared: there the other
 * choice is shown and shut. Of two columns that are read as one, it writes what the other has.
 */
function BlankSelect({ session, choice, facts, attribute, isWhole }: Props) {
  const isJoined = choice.column >= FIRST_JOINED;
  return (
    <label class="inline-choice" data-clear={choice.blank === 'clear'}>
      <span class="small quiet">{blankText(facts.blanks, isJoined, isWhole)}</span>
      <select
        class="select"
        aria-label={t('blankIn', facts.header)}
        value={choice.blank}
        onChange={(event) =>
          session.assign.setBlank(choice.column, event.currentTarget.value === 'clear' ? 'clear' : 'keep')
        }
      >
        <option value="keep">{t('blankKeep')}</option>
        <option value="clear" disabled={!attribute.clearable && !isJoined}>
          {t(isJoined ? 'blankWriteHalf' : 'blankClear')}
        </option>
      </select>
    </label>
  );
}

function blankText(blanks: number, isJoined: boolean, isWhole: boolean): string {
  if (blanks === 0) return t('blankCells');
  if (isJoined) return tn('blankHalves', blanks);
  return isWhole ? tn('blankCount', blanks) : tn('blanks', blanks);
}
