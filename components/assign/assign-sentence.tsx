import { useEffect, useRef } from 'preact/hooks';
import { skippedSilently } from '../../lib/assign/edit/skipped-silently';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { DownloadNote } from '../parts/download-note';
import { GroupNote } from '../parts/group-note';
import { platformProblemText } from '../parts/problem-text';
import { formatUnits, t, tn } from '../text';
import { MatchBy } from './match-by';
import { ValueInHeader } from './value-in-header';

/** The button "Review changes", which is what is left to press once the rest is skipped. */
export const REVIEW_CHANGES = 'review-changes';
/** Row numbers that are worth naming; the others are counted. */
const MOST_NAMED = 5;

/** The state of the whole in one line: what is left to decide, and what rows are matched by. */
export function AssignSentence({ session, state }: { session: Session; state: AssignState }) {
  const { assignment } = state;
  const undecided = assignment.columns.filter(({ target }) => target.kind === 'undecided').length;
  const folded = skippedSilently(state.guesses, assignment);
  const load = session.credentials.phase.value;
  const sentence = useRef<HTMLParagraphElement>(null);
  const hasSkipped = useRef(false);
  const focusOn = () => {
    // Review is left to press, or something is still open.
    const review = document.getElementById(REVIEW_CHANGES);
    const isOpen = review instanceof HTMLButtonElement && !review.disabled;
    (isOpen ? review : sentence.current)?.focus(); // drawn with this
  };
  useEffect(() => {
    if (!hasSkipped.current) return;
    hasSkipped.current = false;
    focusOn();
  }, [undecided]);
  return (
    <div class="state">
      <p ref={sentence} class="sentence" role="status" tabIndex={-1}>
        {stateText(session, undecided)}
        {folded > 0 && <span class="quiet"> · {tn('columnsSkipped', folded)}</span>}
      </p>
      <MatchBy session={session} state={state} />
      {load.kind === 'loading' && (
        <span class="quiet">
          {load.total === 0 ? t('readingGroupStart') : t('readingGroup', load.loaded, load.total)}
        </span>
      )}
      {load.kind === 'looking-up' && <span class="quiet">{t('lookingUp', load.loaded, load.total)}</span>}
      {load.kind === 'failed' && (
        <span class="error" role="alert">
          {platformProblemText(load.problem)}{' '}
          <button type="button" class="link" onClick={() => void session.readGroup()}>
            {t('tryAgain')}
          </button>
        </span>
      )}
      <ValueInHeader session={session} state={state} />
      <LeftOutTotals session={session} />
      <DownloadNote session={session} />
      <button
        type="button"
        class={undecided === 0 ? 'button end settled' : 'button end'}
        onClick={() => {
          hasSkipped.current = undecided > 0;
          // Nothing was left to skip, so nothing is drawn again.
          if (undecided === 0) focusOn();
          session.assign.skipTheRest();
        }}
      >
        {t('skipTheRest')}
      </button>
      <GroupNote session={session} canChoose />
    </div>
  );
}

/**
 * Rows that nobody chose to leave out: an admin in a hurry never sees Upload, where the rest of
 * this is said.
 */
function LeftOutTotals({ session }: { session: Session }) {
  const file = session.file.phase.value;
  if (file.kind !== 'open' || !file.table.ok) return null;
  const rows = file.table.value.excluded.flatMap((of) => (of.reason === 'total' ? of.rows : []));
  if (rows.length === 0) return null;
  const named = formatUnits([
    ...rows.slice(0, MOST_NAMED).map(String),
    ...(rows.length > MOST_NAMED ? ['…'] : []),
  ]);
  return <span class="small quiet">{tn('totalsLeftOut', rows.length, named)}</span>;
}

/**
 * How far the decisions are; an open date format is one of them, although its column has an
 * attribute.
 */
function stateText(session: Session, undecided: number): string {
  if (undecided > 0) return tn('columnsToDecide', undecided);
  const open = session.assign.problems.value.find(({ code }) => code === 'date-format-open');
  return open?.code === 'date-format-open' ? tn('dateFormatOpen', open.columns.length) : t('allDecided');
}
