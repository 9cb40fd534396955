import { useSignal } from '@preact/signals';
import type { Attribute } from '../../lib/credential/attribute';
import type { ConflictField } from '../../lib/journal/entry';
import type { Conflict } from '../../lib/run/conflicts';
import type { SessionShape } from '../../lib/session';
import type { Choice, ConflictsNotice } from '../../lib/session/conflicts-model';
import { attributeLabel } from '../parts/attribute-label';
import { platformProblemText } from '../parts/problem-text';
import { valueText } from '../parts/value-text';
import { formatNumber, named, t, tn } from '../text';
import { Who } from './entry-list';

/** Conflicts drawn at once; more come on request. */
const AT_ONCE = 100;
const CHOICES: readonly Choice[] = ['platform', 'sheet'];

/**
 * What somebody changed on the platform since the review, with the three values of each field, and whose is to stand
 * (product.md 2.5). What is chosen goes through the review like any other sheet.
 */
export function Conflicts(props: {
  session: SessionShape;
  attributes: readonly Attribute[];
  fileName: string;
}) {
  const { session, attributes, fileName } = props;
  const { conflicts, decided, undecided, notice, isReading } = session.conflicts;
  const shown = useSignal(AT_ONCE);
  const all = conflicts.value;
  if (all.length === 0) return null;
  const toSend = decided.value.filter(({ send }) => send).length;
  const canChoose = decided.value.length + undecided.value > 0;
  const goesAlong = all.some(({ heldBack }) => heldBack.length > 0);
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h3 id="conflicts-title">{tn('conflicts', all.length)}</h3>
      <p class="quiet">{t('conflictsWhat')}</p>
      {canChoose && (
        <p class="choices">
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              class="button"
              disabled={isReading.value}
              onClick={() => session.conflicts.chooseAll(choice)}
            >
              {t(named('conflictsAll', choice))}
            </button>
          ))}
        </p>
      )}
      <ul>
        {all.slice(0, shown.value).map((conflict) => (
          <ConflictCard
            key={conflict.entry.credential}
            session={session}
            conflict={conflict}
            attributes={attributes}
          />
        ))}
      </ul>
      {all.length > shown.value && (
        <button type="button" class="link" onClick={() => (shown.value += AT_ONCE)}>
          {t('show')} {formatNumber(Math.min(AT_ONCE, all.length - shown.value))}
        </button>
      )}
      {notice.value !== null && (
        <p class="notice" role="alert">
          {noticeText(notice.value)}
        </p>
      )}
      {canChoose && (
        <p class="choices">
          <button
            type="button"
            class="button primary"
            disabled={isReading.value || (toSend === 0 && !(goesAlong && decided.value.length > 0))}
            onClick={() => void session.sendDecided(t('conflictsName', fileName))}
          >
            {t('conflictsReview')}
          </button>
          <span class="quiet" role="status">
            {isReading.value ? t('conflictsReading') : t('conflictsChosen', toSend, undecided.value)}
          </span>
        </p>
      )}
    </section>
  );
}

function ConflictCard(props: {
  session: SessionShape;
  conflict: Conflict;
  attributes: readonly Attribute[];
}) {
  const { session, conflict, attributes } = props;
  const { entry, fields, heldBack, canBeSent } = conflict;
  const labels = (ids: readonly Attribute['id'][]) =>
    ids.map((id) => attributeLabel(id, attributes)).join(', ');
  const written = entry.state.kind === 'conflict' ? (entry.state.written ?? []) : []; // missing: none
  return (
    <li data-kind="conflict">
      <span class="small quiet">{entry.change.row}</span>
      <span>
        <Who entry={entry} />
        <span class="line small quiet">{entry.change.who.email}</span>
      </span>
      <div>
        {fields.map((field) =>
          field.attribute === 'group-id' ? (
            <p key={field.attribute}>{t('conflictMoved')}</p>
          ) : (
            <Field
              key={field.attribute}
              session={session}
              conflict={conflict}
              field={field}
              label={attributeLabel(field.attribute, attributes)}
            />
          ),
        )}
        {!canBeSent && <p class="small quiet">{t('conflictElsewhere')}</p>}
        {canBeSent && heldBack.length > 0 && (
          <p class="small quiet">
            {t('conflictHeldBack', labels(heldBack.map(({ attribute }) => attribute)))}
          </p>
        )}
        {written.length > 0 && <p class="small quiet">{t('state_conflictWritten', labels(written))}</p>}
      </div>
    </li>
  );
}

function Field(props: { session: SessionShape; conflict: Conflict; field: ConflictField; label: string }) {
  const { session, conflict, field, label } = props;
  const { credential, change } = conflict.entry;
  const name = change.who.name ?? credential; // not told: its id
  const chosen = session.conflicts.choiceOf(credential, field);
  return (
    <fieldset>
      <legend>
        {label}
        <span class="visually-hidden"> {t('conflictOf', name)}</span>
      </legend>
      <dl>
        <div>
          <dt>{t('conflictBefore')}</dt>
          <dd>{valueText(field.before)}</dd>
        </div>
        <div data-value="now">
          <dt>{t('conflictNow')}</dt>
          <dd>{valueText(field.now)}</dd>
        </div>
        <div data-value="wanted">
          <dt>{t('conflictWanted')}</dt>
          <dd>{valueText(field.wanted)}</dd>
        </div>
      </dl>
      {conflict.canBeSent &&
        CHOICES.map((choice) => (
          <label key={choice} class="choice">
            <input
              type="radio"
              name={`${credential} ${field.attribute}`}
              checked={chosen === choice}
              disabled={session.conflicts.isReading.value}
              onChange={() => session.conflicts.choose(credential, field, choice)}
            />
            {t(named('conflictChoice', choice))}
          </label>
        ))}
    </fieldset>
  );
}

function noticeText(notice: ConflictsNotice): string {
  switch (notice.kind) {
    case 'moved':
      return tn('conflictsMoved', notice.count);
    case 'nothing':
      return t('conflictsNothing');
    case 'problem':
      return platformProblemText(notice.problem);
  }
}
