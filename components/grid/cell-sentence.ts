import type { ReviewedCell } from '../../lib/review/terms/reviewed-row';
import type { Value } from '../../lib/credential/value';
import { UNSEEN } from '../parts/shown-spaces';
import { formatUnits, named, t } from '../text';

/** How a value is written: as the reader does, or as the platform does. */
export type Reading = (value: Value) => string;

/**
 * One cell in a sentence: what it was and becomes, and what else is said of it.
 */
export function cellSentence(
  label: string,
  cell: ReviewedCell,
  read: Reading,
  said: readonly string[],
): string {
  const what =
    cell.outcome === 'changed'
      ? t('cellChanged', label, read(cell.before), read(cell.after))
      : cell.outcome === 'cleared'
        ? t('cellCleared', label, read(cell.before))
        : cell.outcome === 'kept-because-blank'
          ? t('cellKept', label, read(cell.before), keptBlankSentence(cell.text))
          : isKept(cell.outcome)
            ? t('cellKept', label, read(cell.before), keptSentence(cell.outcome, cell.text))
            : cell.outcome === 'kept-by-value-rule'
              ? t('cellKept', label, read(cell.before), branchText(cell))
              : t('cellSame', label, cell.outcome === 'unreadable' ? cell.text : read(cell.before));
  const unseen =
    cell.outcome === 'changed' && differInSpaces(cell.before, cell.after) ? [t('inSpacesOnly')] : [];
  const way = cell.outcome === 'changed' ? [branchText(cell)].filter((text) => text !== '') : [];
  return formatUnits([what, ...way, ...unseen, ...said]);
}

/** The way that the rule of the attribute took; "" where its value is from a cell. */
export function branchText({ branch }: ReviewedCell): string {
  return branch === undefined ? '' : t(named('branch', branch));
}

const KEPT = ['kept-because-filled', 'kept-because-never', 'kept-because-not-edited'] as const;
type KeptOutcome = (typeof KEPT)[number];

function isKept(outcome: ReviewedCell['outcome']): outcome is KeptOutcome {
  return KEPT.some((kept) => kept === outcome);
}

/** They are heard as the same: nobody reads spaces out. */
function differInSpaces(before: Value, after: Value): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const heard = (text: string) => text.replace(UNSEEN, ' ').replace(/ +/g, ' ').trim();
  return heard(before) === heard(after);
}

/** A cell with a text is one of two that are read as one: the other is blank. */
function keptBlankSentence(text: string): string {
  return text === '' ? t('keptBlank') : formatUnits([t('keptHalfBlank'), t('sheetSays', text)]);
}

/**
 * Rule that keeps the value, and the value that it keeps from being written; a blank cell says
 * nothing.
 */
function keptSentence(outcome: KeptOutcome, text: string): string {
  const reason = t(named('sentence', outcome));
  return text === '' ? reason : formatUnits([reason, t('sheetSays', text)]);
}
