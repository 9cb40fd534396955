import { haveOwnHeaders } from '../../lib/assign/mapping/header-fingerprint';
import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { guarded } from '../guard/guard';
import type { PanelActions } from '../panel-actions';
import { formatDay, named, t, tn } from '../text';

/** Saved choices: restored, forgotten, saved for a colleague, loaded from one. */
export function AssignmentMemory(props: { session: Session; state: AssignState; actions: PanelActions }) {
  const { session, state, actions } = props;
  const loaded = session.assign.loaded.value;
  const reason = state.restored?.reason;
  const save = (file: string | null) => {
    if (file === null) return;
    const group = session.connection.phase.value;
    const name = group.kind === 'connected' ? group.connection.group.name : '';
    actions.save(new TextEncoder().encode(file).buffer, t('assignmentFileName', name));
  };
  return (
    <div class="memory small quiet">
      {reason?.kind === 'remembered' ? (
        <span>
          {t('rememberedFrom', formatDay(reason.day))}{' '}
          <button type="button" class="link" onClick={guarded(() => void session.assign.forget())}>
            {t('forgetAssignment')}
          </button>
        </span>
      ) : (
        <span>{t(haveOwnHeaders(state.table.columns) ? 'willRemember' : 'willNotRemember')}</span>
      )}
      <span class="end">
        <button type="button" class="link" onClick={() => void session.assign.file().then(save)}>
          {t('saveAssignment')}
        </button>
        <label class="link">
          {t('loadAssignment')}
          <input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file !== undefined) void session.assign.load(file);
              // The same file may be chosen again after it was mended.
              currentTarget.value = '';
            }}
          />
        </label>
      </span>
      <span role="status" class={loaded?.ok === false ? 'error' : undefined}>
        {loaded !== null &&
          (loaded.ok
            ? tn('loadedAssignment', loaded.value.columns, state.table.columns.length)
            : t(named('loadRefused', loaded.problem.code)))}
      </span>
    </div>
  );
}
