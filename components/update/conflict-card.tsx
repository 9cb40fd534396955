import type { Attribute, AttributeKind } from '../../lib/credential/attribute';
import type { Value } from '../../lib/credential/value';
import type { ConflictField } from '../../lib/journal/entry';
import type { Conflict } from '../../lib/run/afterwards/conflicts';
import type { Session } from '../../lib/session/session';
import type { Choice } from '../../lib/session/run/conflicts-model';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withSpacesShown } from '../parts/shown-spaces';
import { readableText } from '../parts/value-text';
import { formatUnits, named, t } from '../text';
import { Who } from './entry-list';

export const CHOICES: readonly Choice[] = ['platform', 'sheet'];

/**
 * One credential that somebody else changed: the three values of each field, and whose is to stand.
 */
export function ConflictCard(props: {
  session: Session;
  conflict: Conflict;
  attributes: readonly Attribute[];
}) {
  const { session, conflict, attributes } = props;
  const { entry, fields, heldBack, canBeSent } = conflict;
  const labels = (ids: readonly Attribute['id'][]) =>
    formatUnits(ids.map((id) => attributeLabel(id, attributes)));
  const written = entry.state.kind === 'conflict' ? (entry.state.written ?? []) : []; // missing: none
  return (
    <li data-kind="conflict">
      <span class="small quiet">{entry.change.row}</span>
      <span>
        <Who entry={entry} environment={session.page.value.environment} />
        <bdi class="line small quiet">{withSpacesShown(entry.change.who.email ?? '')}</bdi>
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
              kind={attributeKind(field.attribute, attributes)}
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

function Field(props: {
  session: Session;
  conflict: Conflict;
  field: ConflictField;
  label: string;
  kind: AttributeKind;
}) {
  const { session, conflict, field, label, kind } = props;
  const { credential, change } = conflict.entry;
  const name = change.who.name ?? credential; // unknown: its id
  const chosen = session.conflicts.choiceOf(credential, field);
  // Two values that differ by a space alone would look the same.
  const shown = (value: Value) => <bdi>{withSpacesShown(readableText(value, kind))}</bdi>;
  return (
    <fieldset>
      <legend>
        {label}
        <span class="visually-hidden"> {t('conflictOf', name)}</span>
      </legend>
      <dl>
        <div>
          <dt>{t('conflictBefore')}</dt>
          <dd>{shown(field.before)}</dd>
        </div>
        <div data-value="now">
          <dt>{t('conflictNow')}</dt>
          <dd>{shown(field.now)}</dd>
        </div>
        <div data-value="wanted">
          <dt>{t('conflictWanted')}</dt>
          <dd>{shown(field.wanted)}</dd>
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
