import { useSignal } from '@preact/signals';
import type { ColumnChoice } from '../../lib/assign/choice/assignment';
import { transformText } from '../../lib/assign/choice/transform-text';
import type { ColumnFacts } from '../../lib/assign/facts/describe-columns';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { ignoredOn } from '../parts/account-facts';
import { attributeLabel } from '../parts/attribute-label';
import { t, tn } from '../text';
import { AttributeSelect } from './attribute-select';
import { HowToRead, optionsOf } from './how-to-read';
import { JoinNames } from './join-names';
import { isPartOfKey, reasonText } from './reason';

/** Samples beside a column: enough to know it by, few enough to stand in one line. */
const SAMPLES = 4;

/** Moves of the focus after a decision about a column. */
export interface AfterDecision {
  /** The column stays in view, perhaps in another section, and keeps the focus. */
  readonly onChosen: (column: number) => void;
  /** The column is settled: the next one to decide gets the focus. */
  readonly onSettled: () => void;
}

/**
 * One column of the sheet in one line: its header, telling samples, what it is for, how it is read.
 */
export function ColumnRow(props: {
  session: Session;
  state: AssignState;
  choice: ColumnChoice;
  facts: ColumnFacts;
  after: AfterDecision;
}) {
  const { session, state, choice, facts, after } = props;
  const { target, column } = choice;
  const isToggled = useSignal(false);
  const attribute =
    target.kind === 'attribute' ? state.attributes.find(({ id }) => id === target.id) : undefined;
  const ignored = attribute === undefined ? null : ignoredOn(session, attribute.id);
  const report = session.assign.report.value?.columns.find((of) => of.column === column);
  const how =
    attribute === undefined
      ? null
      : {
          choice,
          facts,
          attribute,
          report,
          isKey: isPartOfKey(attribute, state),
          lastFormat: state.restored?.dateFormats.get(column),
        };
  // Beside options there is no room for it: then it comes with the others.
  const options = how === null ? null : optionsOf(how);
  const isReasonShown = isToggled.value || options === null || !(options.day || options.known.blank);
  return (
    <tr data-target={target.kind}>
      <th scope="row">
        <span class="column-header" title={`${facts.letter} · ${facts.header}`}>
          {facts.header}
        </span>
        <span class="small quiet">
          {tn('values', facts.values)}
          {facts.blanks > 0 && ` · ${tn('blanks', facts.blanks)}`}
          {state.joins.some((join) => join.column === column) && (
            <>
              {' · '}
              <button type="button" class="link" onClick={() => void session.assign.separate(column)}>
                {t('takeApart')}
              </button>
            </>
          )}
        </span>
      </th>
      <td class="samples" dir="auto" title={facts.samples.slice(0, SAMPLES).join('\n')}>
        <Samples choice={choice} facts={facts} />
      </td>
      <td>
        <AttributeSelect
          session={session}
          state={state}
          choice={choice}
          header={facts.header}
          onChosen={after.onChosen}
        />
      </td>
      <td>
        <div class="how-line">
          {target.kind === 'undecided' && <Hints {...props} />}
          {how?.isKey === true && how.attribute.role === 'key' && (
            <span class="mark key">{t('findsTheRow')}</span>
          )}
          {how !== null && <HowToRead session={session} {...how} isWhole={isToggled.value} />}
          {ignored !== null && attribute !== undefined && (
            <p class="small caution">
              {t('accountIgnores', attributeLabel(attribute.id, state.attributes), ignored)}
            </p>
          )}
          {isReasonShown && <p class="small quiet">{reasonText(state, choice, attribute)}</p>}
          {options?.any === true && (
            <button
              type="button"
              class="link small options"
              aria-label={t('optionsFor', facts.header)}
              aria-expanded={isToggled.value}
              onClick={({ currentTarget }) => {
                isToggled.value = !isToggled.value;
                const row = currentTarget.closest('tr');
                // Drawn by then: all that it opened is to be seen.
                requestAnimationFrame(() => row?.scrollIntoView({ block: 'nearest' }));
              }}
            >
              {t('options')}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Samples({ choice, facts }: { choice: ColumnChoice; facts: ColumnFacts }) {
  return (
    <>
      {facts.samples.slice(0, SAMPLES).map((sample, index) => (
        <span key={sample} class="small">
          {index > 0 && <span aria-hidden="true"> · </span>}
          <span class="sample">
            {choice.transform === undefined ? sample : transformText(sample, choice.transform)}
          </span>
        </span>
      ))}
    </>
  );
}

/** Offers what an undecided column could be, as a button, and a button that skips it. */
function Hints(props: {
  session: Session;
  state: AssignState;
  choice: ColumnChoice;
  facts: ColumnFacts;
  after: AfterDecision;
}) {
  const { session, state, choice, facts, after } = props;
  const { column } = choice;
  const guess = state.guesses.find((of) => of.column === column);
  const possible = guess?.possible ?? null; // a joined column has no guess
  const isFree =
    possible !== null &&
    !state.assignment.columns.some(({ target }) => target.kind === 'attribute' && target.id === possible);
  const decide = (target: ColumnChoice['target']) => {
    session.assign.setTarget(column, target);
    after.onSettled();
  };
  return (
    <div class="hints">
      {possible !== null && (
        <button
          type="button"
          class={isFree ? 'button small primary' : 'button small'}
          aria-label={t('useAsFor', attributeLabel(possible, state.attributes), facts.header)}
          onClick={() => decide({ kind: 'attribute', id: possible })}
        >
          {t('useAs', attributeLabel(possible, state.attributes))}
        </button>
      )}
      <JoinNames session={session} state={state} choice={choice} />
      <button
        type="button"
        class="button small"
        aria-label={t('skipFor', facts.header)}
        onClick={() => decide({ kind: 'skip' })}
      >
        {t('skip')}
      </button>
    </div>
  );
}
