import type { VNode } from 'preact';
import type { AttributeKind } from '../../lib/credential/attribute';
import type { Finding } from '../../lib/review/terms/finding';
import type { ReviewedCell } from '../../lib/review/terms/reviewed-row';
import type { Value } from '../../lib/credential/value';
import { withSignsShown } from '../parts/shown-signs';
import { UNSEEN, withSpacesShown } from '../parts/shown-spaces';
import { readableText, valueText } from '../parts/value-text';
import { named, t } from '../text';
import { isSpacingOnly } from '../../lib/review/diff/spacing-only';
import { changedPart } from './changed-part';
import { findingMark, findingText } from './finding-text';

/**
 * One cell: old struck above new, cleared as a word, kept in grey, the same as a dot; a sentence of
 * it for the screen reader.
 */
export function ChangeCell(props: {
  id: string;
  label: string;
  kind: AttributeKind;
  /** Its column among all of the grid, counted from 1. */
  colIndex: number;
  cell: ReviewedCell | undefined;
  findings: readonly Finding[];
  isEdited: boolean;
  isActive: boolean;
  editor: VNode | null;
  onActivate: () => void;
  onEdit: () => void;
}) {
  const { id, label, kind, colIndex, cell, findings, isEdited, isActive, editor, onActivate, onEdit } = props;
  if (cell === undefined)
    return (
      <span role="gridcell" id={id} aria-colindex={colIndex} data-active={isActive} onClick={onActivate} />
    );
  const read = (value: Value) => readableText(value, kind);
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
      aria-colindex={colIndex}
      class="change"
      data-outcome={cell.outcome}
      data-active={isActive}
      data-edited={isEdited}
      aria-label={editor === null ? sentence(label, cell, read, words) : undefined}
      title={[sentence(label, cell, valueText, edited), ...sentences].join('\n')}
      onClick={onActivate}
      onDblClick={onEdit}
    >
      {editor ?? <Lines cell={cell} read={read} marks={marks} />}
    </span>
  );
}

/** A word or two in a cell, in the colour of what it warns of. */
interface Mark {
  readonly text: string;
  readonly severity: Finding['severity'];
}

/** How a value is written: as the reader does, or as the platform does. */
type Reading = (value: Value) => string;

function Lines(props: { cell: ReviewedCell; read: Reading; marks: readonly Mark[] }) {
  const { cell, read } = props;
  const marks = gravest(props.marks);
  const shown = (value: Value) => withSpacesShown(read(value));
  const before = withSignsShown(read(cell.before));
  switch (cell.outcome) {
    case 'same':
      if (marks.length === 0 && !isSpacingOnly(cell)) return <Unchanged />;
      return (
        <>
          <span class="line marked same">
            <span>{before}</span>
            <Marks marks={marks} />
          </span>
          {isSpacingOnly(cell) && <span class="line small same">{t('spacingOnly')}</span>}
        </>
      );
    case 'kept-because-blank':
      if (cell.text === '') return <Unchanged />;
      return (
        <>
          <span class="line marked same">
            <span>{before}</span>
            <s class="small">{withSignsShown(cell.text)}</s>
          </span>
          <span class="line small same">{t('keptHalfBlank')}</span>
        </>
      );
    case 'kept-because-filled':
    case 'kept-because-never':
      return (
        <>
          <span class="line marked same">
            <span>{before}</span>
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
            <Marks marks={marks.slice(0, 1)} />
          </span>
          <span class="line marked">
            <ins>
              {part.start}
              {part.changed !== '' && <mark>{part.changed}</mark>}
              {part.end}
            </ins>
            <Marks marks={marks.slice(1)} />
          </span>
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
          <span class="line same">{before}</span>
          <span class="line small same">
            <s>{withSignsShown(cell.text)}</s> {t('leftOutCell')}
          </span>
        </>
      );
    case 'unreadable':
      return (
        <>
          <span class="line marked small same">
            <span>{before}</span>
            <Marks marks={marks} />
          </span>
          <span class="line error">{withSignsShown(cell.text)}</span>
        </>
      );
  }
}

/** An unchanged cell is quiet; its value is in its title and its accessible name. */
function Unchanged() {
  return (
    <span class="line same" aria-hidden="true">
      ·
    </span>
  );
}

/**
 * Only the gravest marks: what else there is to say of the cell waits, as the old value has to be
 * read beside it.
 */
function gravest(marks: readonly Mark[]): readonly Mark[] {
  const worst = (['alarm', 'error', 'warning'] as const).find((one) =>
    marks.some(({ severity }) => severity === one),
  );
  return marks.filter(({ severity }) => severity === worst);
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map(({ text, severity }) => (
        <span key={text} class="mark" data-severity={severity}>
          {text}
        </span>
      ))}
    </>
  );
}

function sentence(label: string, cell: ReviewedCell, read: Reading, said: readonly string[]): string {
  const what =
    cell.outcome === 'changed'
      ? t('cellChanged', label, read(cell.before), read(cell.after))
      : cell.outcome === 'cleared'
        ? t('cellCleared', label, read(cell.before))
        : cell.outcome === 'kept-because-blank'
          ? `${label}: ${read(cell.before)}, ${keptBlankSentence(cell.text)}`
          : cell.outcome === 'kept-because-filled' || cell.outcome === 'kept-because-never'
            ? `${label}: ${read(cell.before)}, ${keptSentence(cell.outcome, cell.text)}`
            : `${label}: ${cell.outcome === 'unreadable' ? cell.text : read(cell.before)}`;
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
