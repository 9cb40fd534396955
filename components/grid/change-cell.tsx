import type { VNode } from 'preact';
import type { AttributeKind } from '../../lib/credential/attribute';
import type { Finding } from '../../lib/review/terms/finding';
import type { ReviewedCell } from '../../lib/review/terms/reviewed-row';
import type { Value } from '../../lib/credential/value';
import { withSignsShown } from '../parts/shown-signs';
import { withSpacesShown } from '../parts/shown-spaces';
import { readableText, valueText } from '../parts/value-text';
import { named, t } from '../text';
import { isSpacingOnly } from '../../lib/review/diff/spacing-only';
import { branchText, cellSentence, type Reading } from './cell-sentence';
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
      aria-label={editor === null ? cellSentence(label, cell, read, words) : undefined}
      title={[cellSentence(label, cell, valueText, edited), ...sentences].join('\n')}
      // The click that makes it active may be meant for nothing else.
      onClick={isActive ? onEdit : onActivate}
      onDblClick={onEdit}
    >
      {editor ?? (
        <>
          <Lines cell={cell} read={read} isDay={kind === 'day'} marks={marks.filter(isShown)} />
          {/* For the pointer: keys have Enter. */}
          <span
            class="pencil"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onEdit();
            }}
          >
            ✎
          </span>
        </>
      )}
    </span>
  );
}

/** Errors are said below the cells of their row, in whole sentences. */
function isShown({ severity }: Mark): boolean {
  return severity !== 'error';
}

/** A word or two in a cell, in the colour of what it warns of. */
interface Mark {
  readonly text: string;
  readonly severity: Finding['severity'];
}

function Lines(props: { cell: ReviewedCell; read: Reading; isDay: boolean; marks: readonly Mark[] }) {
  const { cell, read, isDay } = props;
  const marks = gravest(props.marks);
  const shown = (value: Value) => withSpacesShown(read(value));
  const before = withSignsShown(read(cell.before));
  switch (cell.outcome) {
    case 'same':
      if (marks.length === 0 && !isSpacingOnly(cell)) return <Unchanged />;
      return (
        <>
          <span class="line marked same">
            <span dir="auto">{before}</span>
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
            <span dir="auto">{before}</span>
            <s class="small" dir="auto">
              {withSignsShown(cell.text)}
            </s>
          </span>
          <span class="line small same">{t('keptHalfBlank')}</span>
        </>
      );
    case 'kept-because-filled':
    case 'kept-because-never':
    case 'kept-because-not-edited':
      return (
        <>
          <span class="line marked same">
            <span dir="auto">{before}</span>
            {cell.text !== '' && (
              <s class="small" dir="auto">
                {withSignsShown(cell.text)}
              </s>
            )}
          </span>
          <span class="line small same">{t(named('mark', cell.outcome))}</span>
        </>
      );
    case 'kept-by-value-rule':
      return (
        <>
          <span class="line marked same">
            <span>{before}</span>
          </span>
          <span class="line small same">{branchText(cell)}</span>
        </>
      );
    case 'changed': {
      // A day is read whole: a part of it says nothing.
      const part = isDay
        ? { start: shown(cell.after), changed: '', end: '' }
        : changedPart(shown(cell.before), shown(cell.after));
      return (
        <>
          <span class="line marked small">
            <del dir="auto">{shown(cell.before)}</del>
            <Marks marks={marks.slice(0, 1)} />
          </span>
          <span class="line marked">
            <ins dir="auto">
              {part.start}
              {part.changed !== '' && <mark>{part.changed}</mark>}
              {part.end}
            </ins>
            {cell.branch !== undefined && <span class="small quiet">{branchText(cell)}</span>}
            <Marks marks={marks.slice(1)} />
          </span>
        </>
      );
    }
    case 'cleared':
      return (
        <>
          <span class="line marked small">
            <del dir="auto">{shown(cell.before)}</del>
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
          <span class="line same" dir="auto">
            {before}
          </span>
          <span class="line small same">
            <s>{withSignsShown(cell.text)}</s> {t('leftOutCell')}
          </span>
        </>
      );
    case 'unreadable':
      return (
        <>
          <span class="line marked small same">
            <span dir="auto">{before}</span>
            <Marks marks={marks} />
          </span>
          <span class="line error" dir="auto">
            {withSignsShown(cell.text)}
          </span>
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
