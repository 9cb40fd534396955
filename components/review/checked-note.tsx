import { useSignal } from '@preact/signals';
import type { Attribute } from '../../lib/credential/attribute';
import type { Drift, MovedSince } from '../../lib/run/afterwards/drift';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { listMark } from '../parts/list-mark';
import { readableText } from '../parts/value-text';
import { formatList, formatMoment, t, tn } from '../text';
import { SendNotes } from './send-notes';

/** Rows that are named where credentials are gone. */
const ROWS_NAMED = 10;

/** Tells who made the changes that are checked and what has moved since, and takes notes. */
export function CheckedNote(props: {
  session: Session;
  actions: PanelActions;
  attributes: readonly Attribute[];
}) {
  const { session, actions, attributes } = props;
  const isWriting = useSignal(false);
  const file = session.file.phase.value;
  if (file.kind !== 'open' || file.checked === undefined) return null;
  const { source, fileName, drift } = file.checked;
  return (
    <section class="checked-note small">
      <p>{t('checkedBy', source.madeBy, formatMoment(source.madeAt), fileName)}</p>
      <p>{t('checkedHow')}</p>
      <DriftNotes drift={drift} attributes={attributes} />
      <p class="quiet">{t('listMark', listMark(source.list))}</p>
      <button type="button" class="button" onClick={() => (isWriting.value = true)}>
        {t('notesOpen', source.madeBy)}
      </button>
      {isWriting.value && (
        <SendNotes
          session={session}
          actions={actions}
          checked={file.checked}
          onClose={() => (isWriting.value = false)}
        />
      )}
    </section>
  );
}

/** "3 of 412 have changed since", and which. */
function DriftNotes({ drift, attributes }: { drift: Drift; attributes: readonly Attribute[] }) {
  const { changes, moved, fields, already, gone, cannot } = drift;
  const rows = gone.slice(0, ROWS_NAMED).map(({ row }) => String(row));
  return (
    <>
      {moved === 0 ? (
        <p class="quiet">{t('driftNone')}</p>
      ) : (
        <details>
          <summary class="caution">{tn('driftMoved', moved, changes)}</summary>
          <ul class="listed">
            {fields.map((field) => (
              <Moved key={`${field.row} ${field.attribute}`} field={field} attributes={attributes} />
            ))}
          </ul>
        </details>
      )}
      {already > 0 && <p class="quiet">{tn('driftAlready', already)}</p>}
      {gone.length > 0 && <p class="caution">{tn('driftGone', gone.length, formatList(rows))}</p>}
      {cannot > 0 && <p class="caution">{tn('driftCannot', cannot)}</p>}
    </>
  );
}

function Moved({ field, attributes }: { field: MovedSince; attributes: readonly Attribute[] }) {
  const { row, who, attribute, before, now, after } = field;
  const kind = attributeKind(attribute, attributes);
  const [was, is, wanted] = [before, now, after].map((value) => readableText(value, kind));
  return (
    <li>
      <strong>{t('driftField', String(row), who, attributeLabel(attribute, attributes))}</strong>
      <br />
      {t('driftValues', was ?? '', is ?? '', wanted ?? '')}
    </li>
  );
}
