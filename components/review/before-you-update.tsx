import type { Attribute } from '../../lib/credential/attribute';
import type { AlarmCode, ErrorCode, WarningCode } from '../../lib/review/finding';
import type { FindingGroup } from '../../lib/review/review';
import type { ReviewState } from '../../lib/rpc/sheet-contract';
import type { SessionShape } from '../../lib/session';
import { attributeLabel } from '../parts/attribute-label';
import { GroupNote } from '../parts/group-note';
import { valueText } from '../parts/value-text';
import { formatNumber, named, namedPlural, t, tn } from '../text';
import { Completing } from './completing';
import { OnlyLookedUp } from './only-looked-up';

/** The heading of it; the foot leads there. */
export const OBSTACLES_TITLE = 'before-title';

/** What stands between the admin and the button, in the order in which to deal with it (design: Review). */
export function BeforeYouUpdate(props: {
  session: SessionShape;
  state: ReviewState;
  locating: boolean;
  attributes: readonly Attribute[];
}) {
  const { session, state, locating, attributes } = props;
  const alarms = state.summary.groups.filter(({ severity }) => severity === 'alarm');
  const errors = state.summary.groups.filter(({ severity }) => severity === 'error');
  const warnings = state.summary.groups.filter(({ severity, count }) => severity === 'warning' && count > 0);
  return (
    <aside class="before" aria-labelledby={OBSTACLES_TITLE}>
      <h2 id={OBSTACLES_TITLE} class="quiet" tabIndex={-1}>
        {t('beforeYouUpdate')}
      </h2>
      {locating && (
        <p role="status" class="small quiet">
          {t('locating')}
        </p>
      )}
      <Completing session={session} />
      <UndoNotes session={session} />
      {alarms.map((group) => (
        <Alarm key={group.code} session={session} group={group} />
      ))}
      {errors.length > 0 && <Errors session={session} state={state} groups={errors} />}
      {warnings.map((group) => (
        <Warning key={group.code} session={session} group={group} attributes={attributes} />
      ))}
      <SlightDifferences session={session} state={state} />
      {alarms.length + errors.length + warnings.length === 0 && <p class="quiet">{t('nothingInTheWay')}</p>}
      <OnlyLookedUp session={session} notMatched={state.summary.notMatched} />
      <p class="how-read">
        <GroupNote session={session} />
      </p>
    </aside>
  );
}

/** What an undo cannot take back, said before it is confirmed (product.md 2.6). */
function UndoNotes({ session }: { session: SessionShape }) {
  const file = session.file.phase.value;
  if (file.kind !== 'open' || file.undo === null) return null;
  const { editedSince, cannot } = file.undo;
  return (
    <ul class="undo-notes small">
      {editedSince > 0 && <li class="caution">{tn('undoEdited', editedSince)}</li>}
      {cannot > 0 && <li class="caution">{tn('undoCannot', cannot)}</li>}
      <li class="quiet">{t('undoNever')}</li>
    </ul>
  );
}

/** Differences that are no changes unless the admin wants them to be, each with how many rows have it. */
function SlightDifferences({ session, state }: { session: SessionShape; state: ReviewState }) {
  const { slight: differences } = state.summary;
  if (differences.length === 0) return null;
  return (
    <section class="obstacle" data-kind="slight">
      {differences.map(({ slight, count, isCounted }) => (
        <label key={slight} class="check small">
          <input
            type="checkbox"
            checked={isCounted}
            onChange={(event) =>
              void session.review.decide({
                kind: 'count-slight',
                slight,
                counted: event.currentTarget.checked,
              })
            }
          />
          {tn(namedPlural('countSlight', slight), count)}
        </label>
      ))}
    </section>
  );
}

function Errors(props: { session: SessionShape; state: ReviewState; groups: readonly FindingGroup[] }) {
  const { session, state, groups } = props;
  const open = state.obstacles.some(({ code }) => code === 'errors-open');
  return (
    <section class="obstacle" data-kind="errors">
      <label class="check">
        <input
          type="checkbox"
          checked={!open}
          onChange={(event) =>
            void session.review.decide({ kind: 'skip-errors', skip: event.currentTarget.checked })
          }
        />
        <strong>{t('skipErrors')}</strong>
      </label>
      <span class="count error">{formatNumber(state.summary.withErrors)}</span>
      <ul class="small">
        {groups.map((group) => (
          <li key={group.code}>
            {formatNumber(group.count)} {t(titleOf(group))}{' '}
            <button
              type="button"
              class="link"
              aria-label={t('showKind', t(titleOf(group)))}
              onClick={() => session.review.setFilter({ kind: 'finding', code: group.code })}
            >
              {t('showRows')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stops everything until the admin types how many rows it is about (product.md 2.4). */
function Alarm({ session, group }: { session: SessionShape; group: FindingGroup }) {
  const title = t(titleOf(group));
  const code = group.code as AlarmCode;
  const overrule = (typed: string) => {
    const rows = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
    void session.review.decide({ kind: 'overrule', code, rows });
  };
  return (
    <section class="obstacle" data-kind="alarm" role="group" aria-label={title}>
      <strong class="alarm">{title}</strong>
      <span class="count alarm">{formatNumber(group.count)}</span>
      <p class="small">{t(named('why', code))}</p>
      <label class="overrule small">
        <span>{group.confirmed ? t('overruled') : t('overruleHint', String(group.count))}</span>
        <input
          class="field"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-label={t('overruleKind', title)}
          onInput={(event) => overrule(event.currentTarget.value)}
        />
      </label>
      <ShowAndLeaveOut session={session} group={group} title={title} />
    </section>
  );
}

function Warning(props: { session: SessionShape; group: FindingGroup; attributes: readonly Attribute[] }) {
  const { session, group, attributes } = props;
  const title = t(titleOf(group));
  const code = group.code as WarningCode;
  return (
    <section class="obstacle" data-kind="warning">
      <label class="check">
        <input
          type="checkbox"
          aria-label={t('confirmKind', title)}
          checked={group.confirmed}
          onChange={(event) =>
            void session.review.decide({ kind: 'confirm', code, confirmed: event.currentTarget.checked })
          }
        />
        <strong>{title}</strong>
      </label>
      <span class="count caution">{formatNumber(group.count)}</span>
      <p class="small quiet">
        {classesText(group)}
        {t(named('why', code), tn('credits', group.credits))}
      </p>
      <Sample group={group} attributes={attributes} />
      <ShowAndLeaveOut session={session} group={group} title={title} />
    </section>
  );
}

function ShowAndLeaveOut(props: { session: SessionShape; group: FindingGroup; title: string }) {
  const { session, title } = props;
  const { code } = props.group;
  return (
    <p class="actions">
      <button
        type="button"
        class="link small"
        aria-label={t('showKind', title)}
        onClick={() => session.review.setFilter({ kind: 'finding', code })}
      >
        {t('showRows')}
      </button>
      <button
        type="button"
        class="link small"
        aria-label={t('leaveOutKind', title)}
        onClick={() => void session.review.decide({ kind: 'leave-out-finding', code })}
      >
        {t('leaveTheseOut')}
      </button>
    </p>
  );
}

/** The first row with the warning, so that often nobody has to look for one. */
function Sample({ group, attributes }: { group: FindingGroup; attributes: readonly Attribute[] }) {
  const { row, cell } = group.sample;
  if (cell === null) return null;
  return (
    <p class="sample small change">
      {t('sample', String(row), attributeLabel(cell.attribute, attributes))}{' '}
      <del>{valueText(cell.before)}</del>{' '}
      {cell.outcome === 'cleared' ? t('cleared') : <ins>{valueText(cell.after)}</ins>}
    </p>
  );
}

const NAME_CLASSES = ['spelling', 'order', 'typo', 'surname', 'another-person'] as const;

/** "31 accents and spacing, 9 order, 2 another person." */
function classesText(group: FindingGroup): string {
  if (group.code !== 'name-change') return '';
  const parts = NAME_CLASSES.filter((name) => (group.classes[name] ?? 0) > 0).map((name) =>
    t(named('nameClass', name), group.classes[name] ?? 0),
  );
  return parts.length === 0 ? '' : `${parts.join(', ')}. `;
}

function titleOf(group: FindingGroup) {
  switch (group.severity) {
    case 'alarm':
      return named('alarm', group.code as AlarmCode);
    case 'error':
      return named('error', group.code as ErrorCode);
    case 'warning':
      return named('warning', group.code as WarningCode);
  }
}
