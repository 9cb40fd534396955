import type { Target } from '../../lib/assign/assignment';
import type { Attribute } from '../../lib/credential/attribute';
import type { SessionShape } from '../../lib/session';
import type { AssignState } from '../../lib/session/assign-shape';
import { attributeLabel } from '../parts/attribute-label';
import { formatDay, named, t, tn } from '../text';
import { AttributeSelect } from './attribute-select';
import { HowToRead } from './how-to-read';

/** Samples beside a column: enough to know it by, few enough to see many columns at once. */
const SAMPLES = 4;

/** One column of the sheet: its header, telling samples, what it is for and how it is read. */
export function ColumnRow(props: { session: SessionShape; state: AssignState; index: number }) {
  const { session, state, index } = props;
  const choice = state.assignment.columns[index];
  const facts = state.table.columns[index];
  if (choice === undefined || facts === undefined) return null;
  const { target } = choice;
  const attribute =
    target.kind === 'attribute' ? state.attributes.find(({ id }) => id === target.id) : undefined;
  const report = session.assign.report.value?.columns.find(({ column }) => column === choice.column);
  return (
    <tr data-target={target.kind}>
      <th scope="row">
        <span class="column-header">{facts.header}</span>
        <span class="small quiet">
          {facts.letter} · {tn('values', facts.values)}
          {facts.blanks > 0 && ` · ${tn('blanks', facts.blanks)}`}
        </span>
      </th>
      <td class="samples">
        {facts.samples.slice(0, SAMPLES).map((sample) => (
          <span key={sample} class="small">
            {sample}
          </span>
        ))}
      </td>
      <td>
        <AttributeSelect session={session} state={state} choice={choice} header={facts.header} />
        <Reason state={state} index={index} attribute={attribute} />
      </td>
      <td>
        {attribute !== undefined && (
          <HowToRead
            session={session}
            choice={choice}
            facts={facts}
            attribute={attribute}
            report={report}
            lastFormat={state.recalled?.dateFormats.get(choice.column)}
          />
        )}
      </td>
    </tr>
  );
}

/** Why it was guessed, or what it could be; nothing once the admin has chosen otherwise. */
function Reason(props: { state: AssignState; index: number; attribute: Attribute | undefined }) {
  const { state, index, attribute } = props;
  const choice = state.assignment.columns[index];
  const guess = state.guesses.find(({ column }) => column === choice?.column);
  if (attribute !== undefined && attribute.role === 'check') return <Small text={t('onlyChecked')} />;
  if (attribute !== undefined && attribute.role === 'key' && attribute.id !== state.assignment.key) {
    return <Small text={t('onlyChecked')} />;
  }
  if (choice === undefined || guess === undefined) return null;
  const { reason } = guess;
  const isGuess = sameTarget(guess.target, choice.target);
  if (isGuess && reason !== null && 'day' in reason)
    return <Small text={t(named('guess', reason.kind), formatDay(reason.day))} />;
  if (choice.target.kind === 'skip') return <Small text={t('skipWhy')} />;
  if (choice.target.kind === 'undecided') {
    if (guess.possible === null) return null;
    return <Small text={t('couldBe', attributeLabel(guess.possible, state.attributes))} />;
  }
  if (!isGuess || reason === null) return null;
  const percent = 'percent' in reason ? reason.percent : 0;
  return <Small text={t(named('guess', reason.kind), percent)} />;
}

function sameTarget(one: Target, other: Target): boolean {
  if (one.kind !== 'attribute' || other.kind !== 'attribute') return one.kind === other.kind;
  return one.id === other.id;
}

function Small({ text }: { text: string }) {
  return <p class="small quiet">{text}</p>;
}
