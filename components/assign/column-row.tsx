import type { ColumnChoice, Target } from '../../lib/assign/choice/assignment';
import { nameParts } from '../../lib/assign/guess/name-parts';
import { transformText } from '../../lib/assign/choice/text-transform';
import type { Attribute } from '../../lib/credential/attribute';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { attributeLabel } from '../parts/attribute-label';
import { formatDay, named, t, tn } from '../text';
import { AttributeSelect } from './attribute-select';
import { HowToRead } from './how-to-read';

/** Samples beside a column: enough to know it by, few enough to see many columns at once. */
const SAMPLES = 4;

/** One column of the sheet: its header, telling samples, what it is for and how it is read. */
export function ColumnRow(props: { session: Session; state: AssignState; column: number }) {
  const { session, state, column } = props;
  const choice = state.assignment.columns.find((of) => of.column === column);
  const facts = state.table.columns.find((of) => of.column === column);
  if (choice === undefined || facts === undefined) return null;
  const { target } = choice;
  const attribute =
    target.kind === 'attribute' ? state.attributes.find(({ id }) => id === target.id) : undefined;
  const report = session.assign.report.value?.columns.find((of) => of.column === column);
  return (
    <tr data-target={target.kind}>
      <th scope="row">
        <span class="column-header">{facts.header}</span>
        <span class="small quiet">
          {facts.letter} · {tn('values', facts.values)}
          {facts.blanks > 0 && ` · ${tn('blanks', facts.blanks)}`}
        </span>
        {state.joins.some((join) => join.column === column) && (
          <button
            type="button"
            class="link small take-apart"
            onClick={() => void session.assign.separate(choice.column)}
          >
            {t('takeApart')}
          </button>
        )}
      </th>
      <td class="samples">
        {facts.samples.slice(0, SAMPLES).map((sample) => (
          <span key={sample} class="small">
            {choice.transform === undefined ? sample : transformText(sample, choice.transform)}
          </span>
        ))}
      </td>
      <td>
        <AttributeSelect session={session} state={state} choice={choice} header={facts.header} />
        <Reason state={state} choice={choice} attribute={attribute} />
        <JoinNames session={session} state={state} choice={choice} />
      </td>
      <td>
        {attribute !== undefined && (
          <HowToRead
            session={session}
            choice={choice}
            facts={facts}
            attribute={attribute}
            report={report}
            isKey={isPartOfKey(attribute, state)}
            lastFormat={state.restored?.dateFormats.get(choice.column)}
          />
        )}
      </td>
    </tr>
  );
}

/** Why it was guessed, or what it could be; nothing once the admin has chosen otherwise. */
function Reason(props: { state: AssignState; choice: ColumnChoice; attribute: Attribute | undefined }) {
  const { state, choice, attribute } = props;
  const guess = state.guesses.find(({ column }) => column === choice.column);
  const join = state.joins.find(({ first, second }) => [first, second].includes(choice.column));
  if (join !== undefined && choice.target.kind === 'skip') {
    const other = join.first === choice.column ? join.second : join.first;
    const header = state.table.columns.find(({ column }) => column === other)?.header ?? '';
    return <Small text={t('joinedWhy', header)} />;
  }
  if (attribute !== undefined && attribute.role === 'check') return <Small text={t('onlyChecked')} />;
  if (attribute !== undefined && attribute.role === 'key' && !isPartOfKey(attribute, state)) {
    return <Small text={t('onlyChecked')} />;
  }
  if (attribute !== undefined && attribute.role !== 'key' && isPartOfKey(attribute, state)) {
    return <Small text={t('keyIsNotWritten')} />;
  }
  if (guess === undefined) return null;
  const { reason } = guess;
  const isGuess = sameTarget(guess.target, choice.target);
  if (isGuess && reason !== null && 'day' in reason)
    return <Small text={t(named('guess', reason.kind), formatDay(reason.day))} />;
  if (choice.target.kind === 'skip')
    return <Small text={t(isGuess && reason !== null ? named('guess', reason.kind) : 'skipWhy')} />;
  if (choice.target.kind === 'undecided') {
    if (guess.possible === null) return null;
    return <Small text={t('couldBe', attributeLabel(guess.possible, state.attributes))} />;
  }
  if (!isGuess || reason === null) return null;
  const percent = 'percent' in reason ? reason.percent : 0;
  const label = attribute === undefined ? '' : attributeLabel(attribute.id, state.attributes);
  return <Small text={t(named('guess', reason.kind), percent, label)} />;
}

function isPartOfKey({ id }: Attribute, { assignment }: AssignState): boolean {
  return id === assignment.key || id === assignment.alsoBy;
}

/** Offers to join the two halves of a name, as long as no column is the whole of it. */
function JoinNames(props: { session: Session; state: AssignState; choice: ColumnChoice }) {
  const { session, state, choice } = props;
  const { columns } = state.table;
  const parts = state.joins.length === 0 ? nameParts(columns) : null;
  const family = columns.find(({ column }) => column === parts?.family);
  if (parts === null || family === undefined || parts.given !== choice.column) return null;
  const isName = ({ target }: ColumnChoice) => target.kind === 'attribute' && target.id === 'recipient-name';
  if (state.assignment.columns.some(isName)) return null;
  return (
    <button
      type="button"
      class="link small"
      onClick={() => void session.assign.join(parts.given, parts.family)}
    >
      {t('joinWith', family.header)}
    </button>
  );
}

function sameTarget(one: Target, other: Target): boolean {
  if (one.kind !== 'attribute' || other.kind !== 'attribute') return one.kind === other.kind;
  return one.id === other.id;
}

function Small({ text }: { text: string }) {
  return <p class="small quiet">{text}</p>;
}
