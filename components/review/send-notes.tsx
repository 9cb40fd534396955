import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { dayOfMoment } from '../../lib/credential/day';
import type { CheckedSet } from '../../lib/session/file/checked-set';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';

type Refused = Awaited<ReturnType<Session['changeSets']['refusedRows']>>;

/** The notes of the second person: one about all, one for each row that was left out. */
export function SendNotes(props: {
  session: Session;
  actions: PanelActions;
  checked: CheckedSet;
  onClose: () => void;
}) {
  const { session, actions, checked, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const rows = useSignal<Refused | null>(null);
  const isSaving = useSignal(false);
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
    void session.changeSets.refusedRows().then((refused) => (rows.value = refused));
  }, [session]);
  const save = async (form: HTMLFormElement) => {
    // A second press would save a second file.
    if (isSaving.peek()) return;
    isSaving.value = true;
    const typed = (name: string) => (form.elements.namedItem(name) as HTMLTextAreaElement).value;
    const notes = new Map((rows.peek() ?? []).map(({ row }) => [row, typed(`row-${row}`)]));
    const file = await session.changeSets.answer(typed('all'), notes);
    const { group } = checked.origin;
    if (file !== null) actions.save(file, t('notesFile', group.name, dayOfMoment(Date.now())));
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby="notes-title" onClose={onClose}>
      <h2 id="notes-title">{t('notesTitle', checked.source.madeBy)}</h2>
      <form
        class="notes"
        onSubmit={(event) => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <p class="quiet small">{t('notesWhy')}</p>
        <Note name="all" label={t('notesAll')} />
        {rows.value?.map(({ row, who }) => (
          <Note key={row} name={`row-${row}`} label={t('notesRow', String(row), who)} />
        ))}
        {rows.value?.length === 0 && <p class="quiet">{t('notesNoRows')}</p>}
        <p class="row end">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="submit" class="button primary" disabled={rows.value === null || isSaving.value}>
            {t('notesSave')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

function Note({ name, label }: { name: string; label: string }) {
  return (
    <label>
      {label}
      <textarea class="field" name={name} rows={2} maxLength={5_000} autocomplete="off" />
    </label>
  );
}
