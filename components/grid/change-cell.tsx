import type { VNode } from 'preact';
import type { Finding } from '../../lib/review/terms/finding';
import type { ReviewedCell } from '../../lib/review/terms/reviewed-row';
import type { Value } from '../../lib/credential/value';
import { withSignsShown } from '../parts/shown-signs';
import { UNSEEN, withSpacesShown } from '../parts/shown-spaces';
import { valueText } from '../parts/value-text';
import { named, t } from '../text';
import { isSpacingOnly } from '../../lib/review/diff/spacing-only';
import { changedPart } from './changed-part';
import { findingMark, findingText } from './finding-text';

/**
 * One cell: old struck above new, cleared as a word, kept and same in grey; a sentence of it for
 * the screen reader.
 */
export function ChangeCell(props: {
  id: string;
  label: string;
  cell: ReviewedCell | undefined;
  findings: readonly Finding[];
  isEdited: boolean;
  isActive: boolean;
  editor: VNode | null;
  onActivate: () => void;
  onEdit: () => void;
}) {
  const { id, label, cell, findings, isEdited, isActive, editor, onActivate, onEdit } = props;
  if (cell === undefined) return <span role="gridcell" id={id} data-active={isActive} onClick={onActivate} />;
  const marks = findings.flatMap((finding): readonly Mark[] => {
    const text = findingMark(finding);
    return text === null ? [] : [{ text, severity: finding.severity }];
  });
  const sentences = findings.filter(({ severity }) => severity !== 'warning').map(findingText);
  const edited = isEdited ? [t('editedCell')] : [];
  const words = [...sentences, ...marks.map(({ text }) => text), ...edited];
  return (
    <span
      role="gridcell"
      id={id}
      class="change"
      data-outcome={cell.outcome}
      data-active={isActive}
      data-edited={isEdited}
      aria-label={editor === null ? sentence(label, cell, words) : undefined}
      title={[sentence(label, cell, edited), ...sentences].join('\n')}
      onClick={onActivate}
      onDblClick={onEdit}
    >
      {editor ?? <Lines cell={cell} marks={marks} />}
    </span>
  );
}

/** A word or two in a cell, in the colour of what it warns of. */
interface Mark {
  readonly text: string;
  readonly severity: Finding['severity'];
}

const shown = (value: Value) => withSpacesShown(valueText(value));

function Lines({ cell, marks }: { cell: ReviewedCell; marks: readonly Mark[] }) {
  switch (cell.outcome) {
    case 'same':
      return (
        <>
          <span class="line marked same">
            <span>{withSignsShown(valueText(cell.before))}</span>
            <Marks marks={marks} />
          </span>
          {isSpacingOnly(cell) && <span class="line small same">{t('spacingOnly')}</span>}
        </>
      );
    case 'kept-because-blank':
      return (
        <>
          <span class="line marked same">
            <span>{withSignsShown(valueText(cell.before))}</span>
            {cell.text !== '' && <s class="small">{withSignsShown(cell.text)}</s>}
          </span>
          <span class="line small same">{t(cell.text === '' ? 'keptBlank' : 'keptHalfBlank')}</span>
        </>
      );
    case 'kept-because-filled':
    case 'kept-because-never':
      return (
        <>
          <span class="line marked same">
            <span>{withSignsShown(valueText(cell.before))}</span>
            {cell.text !== '' && <s class="small">{withSignsShown(cell.text)}</s>}
          </span>
          <span class="line small same">{t(named('mark', cell.outcome))}</span>
        </>
      );
    case 'changed': {
      const part = changedPart(shown(cell.before), shown(cell.after));
      return (
        <>
          <span class="line marked small">
            <del>{shown(cell.before)}</del>
            <Marks marks={marks} />
          </span>
          <ins class="line">
            {part.start}
            {part.changed !== '' && <mark>{part.changed}</mark>}
            {part.end}
          </ins>
        </>
      );
    }
    case 'cleared':
      return (
        <>
          <span class="line marked small">
            <del>{shown(cell.before)}</del>
            <Marks marks={marks} />
          </span>
          <span class="line caution">
            <strong>{t('cleared')}</strong>
          </span>
        </>
      );
    case 'excluded':
      return (
        <>
          <span class="line same">{withSignsShown(valueText(cell.before))}</span>
          <span class="line small same">
            <s>{withSignsShown(cell.text)}</s> {t('leftOutCell')}
          </span>
        </>
      );
    case 'unreadable':
      return (
        <>
          <span class="line marked small same">
            <span>{withSignsShown(valueText(cell.before))}</span>
            <Marks marks={marks} />
          </span>
          <span class="line error">{withSignsShown(cell.text)}</span>
        </>
      );
  }
}

/**
 * Only the gravest: what else there is to say of the cell waits, as the old value has to be read
 * beside it.
 */
function Marks({ marks }: { marks: readonly Mark[] }) {
  const gravest = (['alarm', 'error', 'warning'] as const).find((one) =>
    marks.some(({ severity }) => severity === one),
  );
  return (
    <>
      {marks
        .filter(({ severity }) => severity === gravest)
        .map(({ text, severity }) => (
          <span key={text} class="mark" data-severity={severity}>
            {text}
          </span>
        ))}
    </>
  );
}

function sentence(label: string, cell: ReviewedCell, said: readonly string[]): string {
  const what =
    cell.outcome === 'changed'
      ? t('cellChanged', label, valueText(cell.before), valueText(cell.after))
      : cell.outcome === 'cleared'
        ? t('cellCleared', label, valueText(cell.before))
        : cell.outcome === 'kept-because-blank'
          ? `${label}: ${valueText(cell.before)}, ${keptBlankSentence(cell.text)}`
          : cell.outcome === 'kept-because-filled' || cell.outcome === 'kept-because-never'
            ? `${label}: ${valueText(cell.before)}, ${keptSentence(cell.outcome, cell.text)}`
            : `${label}: ${cell.outcome === 'unreadable' ? cell.text : valueText(cell.before)}`;
  const unseen =
    cell.outcome === 'changed' && differInSpaces(cell.before, cell.after) ? [t('inSpacesOnly')] : [];
  return [what, ...unseen, ...said].join(', ');
}

/** They are heard as the same: nobody reads spaces out. */
function differInSpaces(before: Value, after: Value): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const heard = (text: string) => text.replace(UNSEEN, ' ').replace(/ +/g, ' ').trim();
  return heard(before) === heard(after);
}

/** A cell with a text is one of two that are read as one: the other is blank. */
function keptBlankSentence(text: string): string {
  return text === '' ? t('keptBlank') : `${t('keptHalfBlank')}, ${t('sheetSays', text)}`;
}

/**
 * Rule that keeps the value, and the value that it keeps from being written; a blank cell says
 * nothing.
 */
function keptSentence(outcome: 'kept-because-filled' | 'kept-because-never', text: string): string {
  const reason = t(named('sentence', outcome));
  return text === '' ? reason : `${reason}, ${t('sheetSays', text)}`;
}
