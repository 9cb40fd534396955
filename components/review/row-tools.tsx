import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { historyAction } from '../grid/grid-keys';
import { named, t } from '../text';
import { FindReplace } from './find-replace';
import { KeyList } from './key-list';

/** Actions for many rows at once: undo and redo, find and replace, exclude what is shown. */
export function RowTools(props: { session: Session; state: ReviewState; attributes: readonly Attribute[] }) {
  const { session, state, attributes } = props;
  const { review } = session;
  const isReplacing = useSignal(false);
  const said = useSignal('');
  useEffect(() => {
    const takeBack = (event: KeyboardEvent) => {
      const action = historyAction(event);
      // In a field it is the text that is taken back.
      const isInField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
      if (action === null || isInField) return;
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
    <div class="row-tools">
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
      <div class="tools" role="toolbar" aria-label={t('rowTools')}>
        <button
          type="button"
          class="link"
          disabled={!state.canUndo}
          aria-keyshortcuts="Control+Z"
          onClick={() => void review.decide({ kind: 'undo' })}
        >
          {t('undoStep')}
        </button>
        <button
          type="button"
          class="link"
          disabled={!state.canRedo}
          aria-keyshortcuts="Control+Shift+Z"
          onClick={() => void review.decide({ kind: 'redo' })}
        >
          {t('redoStep')}
        </button>
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
      </div>
      {isReplacing.value && (
        <FindReplace
          session={session}
          summary={state.summary}
          attributes={attributes}
          onClose={() => (isReplacing.value = false)}
        />
      )}
    </div>
  );
}
