import { isKeyAttribute, mayBeKey } from '../../lib/credential/attributes';
import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import type { KeyReport } from '../../lib/review/match/key-report';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { attributeLabel } from '../parts/attribute-label';
import { t, tn } from '../text';
import { OtherSpelling } from './other-spelling';
import { hasSecondEmail } from './second-email';

type KeyChoice = Pick<KeyReport, 'key' | 'alsoBy'>;

/** Shows the key, how many rows it finds, and the other choices (docs/product.md 2.3). */
export function MatchBy({ session, state }: { session: Session; state: AssignState }) {
  const { assignment, attributes } = state;
  const counted = session.assign.report.value;
  const reports = counted?.keys ?? []; // not counted yet
  const load = session.credentials.phase.value;
  // When the group has just been read, what was counted before is still here: of it, no row has
  // matched.
  const isLoaded = load.kind === 'loaded' && counted?.ofWholeGroup === true;
  // In a group that is looked up only, the chosen key is counted and what others would match is not
  // known.
  const isLookedUp = load.kind === 'in-part' && load.lookedUp > 0;
  const isCounted = isLoaded || (isLookedUp && counted !== null && counted.toLookUp === null);
  const present: KeyChoice | null =
    assignment.key === null ? null : { key: assignment.key, alsoBy: assignment.alsoBy ?? null }; // of one column
  const isPresent = (of: KeyChoice) => present !== null && optionOf(of) === optionOf(present);
  const report = reports.find(isPresent);
  const choices: readonly KeyChoice[] =
    present === null || report !== undefined ? reports : [present, ...reports];
  if (choices.length === 0) return null;
  const others = reports.filter((of) => !isPresent(of));
  const ids = others.filter(({ key, alsoBy }) => alsoBy === null && isKeyAttribute(key));
  const isByName = present?.key === 'recipient-name' || present?.alsoBy === 'recipient-name';
  return (
    <>
      <label class="match-by">
        {t('matchBy')}
        <select
          class="select"
          value={present === null ? '' : optionOf(present)}
          onChange={(event) => {
            const chosen = choices.find((of) => optionOf(of) === event.currentTarget.value);
            if (chosen !== undefined) session.assign.setKey(chosen.key, chosen.alsoBy);
          }}
        >
          {present === null && <option value="">{t('chooseKey')}</option>}
          {choices.map((of) => (
            <option key={optionOf(of)} value={optionOf(of)}>
              {labelOf(of, attributes)}
            </option>
          ))}
        </select>
      </label>
      {load.kind === 'loaded' && !isLoaded && <span class="quiet">{t('matching')}</span>}
      {isCounted && report !== undefined && (
        <>
          <span>{t('matchedRows', report.matched, report.rows)}</span>
          {report.several > 0 && <span class="caution">{tn('severalRows', report.several)}</span>}
          {(isLoaded ? ids : []).map((of) => (
            <span key={optionOf(of)} class="small quiet">
              {t('otherKeyMatches', labelOf(of, attributes), of.matched)}
            </span>
          ))}
          <OtherSpelling session={session} report={report} />
          {report.matched === 0 && report.otherSpelling === null && (
            <span class="caution">{t('matchedNone')}</span>
          )}
        </>
      )}
      {isByName && <span class="caution">{t('keyByName')}</span>}
      {hasSecondEmail(state) && <span class="caution">{t('keyKeepsEmail')}</span>}
      {isLoaded && <OtherKeys session={session} state={state} others={others} present={present} />}
    </>
  );
}

/**
 * Every other key with what it finds, and a second column to match by, for the admin who wants one.
 */
function OtherKeys(props: {
  session: Session;
  state: AssignState;
  others: readonly KeyReport[];
  present: KeyChoice | null;
}) {
  const { session, state, others, present } = props;
  const { assignment, attributes } = state;
  const isAssigned = ({ id }: Attribute) =>
    assignment.columns.some(({ target }) => target.kind === 'attribute' && target.id === id);
  const seconds = attributes.filter((of) => mayBeKey(of) && of.id !== present?.key && isAssigned(of));
  if (others.length === 0 && seconds.length === 0) return null;
  return (
    <details class="other-keys">
      <summary class="link small">{t('otherKeys')}</summary>
      {others.length > 0 && (
        <ul class="small">
          {others.map((of) => (
            <li key={optionOf(of)}>
              {t('otherKeyMatches', labelOf(of, attributes), of.matched)}
              {of.several > 0 && ` · ${tn('severalRows', of.several)}`}
            </li>
          ))}
        </ul>
      )}
      {present !== null && seconds.length > 0 && (
        <label class="inline-choice">
          <span class="small quiet">{t('togetherWith')}</span>
          <select
            class="select"
            aria-label={t('togetherWith')}
            value={present.alsoBy ?? ''}
            onChange={(event) => {
              const second = seconds.find(({ id }) => id === event.currentTarget.value);
              session.assign.setKey(present.key, second === undefined ? null : second.id);
            }}
          >
            <option value="">{t('togetherWithNothing')}</option>
            {seconds.map(({ id }) => (
              <option key={id} value={id}>
                {attributeLabel(id, attributes)}
              </option>
            ))}
          </select>
        </label>
      )}
    </details>
  );
}

function optionOf({ key, alsoBy }: KeyChoice): string {
  return alsoBy === null ? key : JSON.stringify([key, alsoBy]);
}

function labelOf({ key, alsoBy }: KeyChoice, attributes: readonly Attribute[]): string {
  const label = (id: AttributeId) => attributeLabel(id, attributes);
  return alsoBy === null ? label(key) : `${label(key)} + ${label(alsoBy)}`;
}
