import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewSummary } from '../../lib/review/cross-row/review';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { GRID_ID } from '../grid/grid-id';
import { historyAction } from '../grid/grid-keys';
import { named, t } from '../text';
import { FindReplace } from './find-replace';
import { KeyList } from './key-list';
import { Search } from './search';
import { isKeyTaken } from '../parts/key-taken';
import { Menu } from '../parts/menu';

/** Search, undo and redo; for many rows at once find and replace, and excluding what is shown. */
export function RowTools(props: {
  session: Session;
  state: ReviewState;
  summary: ReviewSummary;
  attributes: readonly Attribute[];
}) {
  const { session, state, summary, attributes } = props;
  const { review } = session;
  const isReplacing = useSignal(false);
  const said = useSignal('');
  useEffect(() => {
    const takeBack = (event: KeyboardEvent) => {
      const action = historyAction(event);
      if (action === null || isKeyTaken(document, event.target)) return;
      event.preventDefault();
      // An undo without seeing the rows has to be heard: it may be another step than the expected
      // one.
      const isThere = action === 'undo' ? state.canUndo : state.canRedo;
      const text = t(named(isThere ? 'liveStep' : 'liveNoStep', action));
      // The same words twice are read out once.
      said.value = said.peek() === text ? `${text}\u00A0` : text;
      if (isThere) void review.decide({ kind: action });
    };
    document.addEventListener('keydown', takeBack);
    return () => document.removeEventListener('keydown', takeBack);
  }, [review, said, state.canUndo, state.canRedo]);
  const shown = review.window.value?.total ?? 0; // not asked for yet
  const { kind: filter } = review.filter.value;
  const isExcluded = filter === 'excluded';
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div class="tools" role="toolbar" aria-label={t('rowTools')}>
        <Search review={review} />
        <Step kind="undo" label={t('undoStep')} keys="Control+Z" isThere={state.canUndo} review={review} />
        <Step
          kind="redo"
          label={t('redoStep')}
          keys="Control+Shift+Z"
          isThere={state.canRedo}
          review={review}
        />
        <Menu label={t('moreTools')}>
          <button
            type="button"
            class="link"
            aria-expanded={isReplacing.value}
            onClick={() => (isReplacing.value = !isReplacing.value)}
          >
            {t('findReplace')}
          </button>
          {filter !== 'all' && (
            <button
              type="button"
              class="link"
              disabled={shown === 0}
              onClick={() =>
                void review.decide({ kind: 'exclude-shown', view: review.view(), excluded: !isExcluded })
              }
            >
              {t(isExcluded ? 'takeInShown' : 'leaveOutShown', shown)}
            </button>
          )}
          <KeyList />
        </Menu>
      </div>
      {isReplacing.value && (
        <FindReplace
          session={session}
          summary={summary}
          attributes={attributes}
          onClose={() => {
            isReplacing.value = false;
            // The field that had the keyboard goes: what was replaced is in the grid.
            document.getElementById(GRID_ID)?.focus(); // drawn with the review
          }}
        />
      )}
    </>
  );
}

/** Undo or redo, as the arrow that everybody knows. */
function Step(props: {
  kind: 'undo' | 'redo';
  label: string;
  keys: string;
  isThere: boolean;
  review: Session['review'];
}) {
  const { kind, label, keys, isThere, review } = props;
  return (
    <button
      type="button"
      class="icon-button"
      data-turned={kind === 'redo'}
      disabled={!isThere}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      onClick={() => void review.decide({ kind })}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
      </svg>
    </button>
  );
}
