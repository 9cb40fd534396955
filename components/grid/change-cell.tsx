import type { Finding } from '../../lib/review/finding';
import type { ReviewedCell } from '../../lib/review/reviewed-row';
import { valueText } from '../parts/value-text';
import { t } from '../text';
import { changedPart } from './changed-part';
import { findingMark, findingText } from './finding-text';

/** One cell: old struck above new, cleared as a word, kept and same in grey; a sentence of it for the screen reader. */
export function ChangeCell(props: {
  label: string;
  cell: ReviewedCell | undefined;
  findings: readonly Finding[];
}) {
  const { label, cell, findings } = props;
  if (cell === undefined) return <span role="gridcell" />;
  const marks = findings.map(findingMark).filter((mark) => mark !== null);
  const sentences = findings.filter(({ severity }) => severity !== 'warning').map(findingText);
  return (
    <span
      role="gridcell"
      class="change"
      data-outcome={cell.outcome}
      aria-label={sentence(label, cell, [...sentences, ...marks])}
      title={[sentence(label, cell, []), ...sentences].join('\n')}
    >
      <Lines cell={cell} marks={marks} />
    </span>
  );
}

function Lines({ cell, marks }: { cell: ReviewedCell; marks: readonly string[] }) {
  switch (cell.outcome) {
    case 'same':
      return (
        <span class="line marked same">
          <span>{valueText(cell.before)}</span>
          <Marks marks={marks} />
        </span>
      );
    case 'kept-because-blank':
      return (
        <>
          <span class="line same">{valueText(cell.before)}</span>
          <span class="line small same">{t('keptBlank')}</span>
        </>
      );
    case 'changed': {
      const part = changedPart(valueText(cell.before), valueText(cell.after));
      return (
        <>
          <span class="line marked small">
            <del>{valueText(cell.before)}</del>
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
            <del>{valueText(cell.before)}</del>
            <Marks marks={marks} />
          </span>
          <span class="line caution">
            <strong>{t('cleared')}</strong>
          </span>
        </>
      );
    case 'left-out':
      return (
        <>
          <span class="line small same">
            <span>{valueText(cell.before)}</span>
          </span>
          <span class="line same">
            <s>{cell.outcome === 'left-out' ? cell.text : ''}</s> {t('leftOutCell')}
          </span>
        </>
      );
    case 'unreadable':
      return (
        <>
          <span class="line marked small same">
            <span>{valueText(cell.before)}</span>
            <Marks marks={marks} />
          </span>
          <span class="line error">{cell.text}</span>
        </>
      );
  }
}

function Marks({ marks }: { marks: readonly string[] }) {
  return (
    <>
      {marks.map((mark) => (
        <span key={mark} class="mark">
          {mark}
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
          ? `${label}: ${valueText(cell.before)}, ${t('keptBlank')}`
          : `${label}: ${cell.outcome === 'unreadable' ? cell.text : valueText(cell.before)}`;
  return [what, ...said].join(', ');
}
