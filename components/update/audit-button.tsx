import { attributesOf } from '../../lib/credential/attributes';
import { customKeysOf } from '../../lib/journal/custom-keys';
import type { Entry } from '../../lib/journal/entry';
import { auditRows } from '../../lib/report/audit-rows';
import type { HistoryRun } from '../../lib/report/history';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { attributesHere } from './attributes-here';
import { auditWords } from './audit-words';

/**
 * Saves the audit record of a run in the format of results. `entries`: gives those of the run; null
 * where their values are deleted, undefined where they cannot be read, which is reported elsewhere.
 */
export function AuditButton(props: {
  session: Session;
  actions: PanelActions;
  run: HistoryRun;
  entries: () => Promise<readonly Entry[] | null | undefined>;
}) {
  const { session, actions, run, entries } = props;
  const save = async () => {
    const read = await entries();
    if (read === undefined) return;
    const custom = attributesHere(session).flatMap((attribute) => attribute.custom ?? []); // built in: none
    const attributes = attributesOf(customKeysOf(read ?? [], custom)); // deleted: none
    const rows = auditRows(read, auditWords(run, attributes, session.publicSight.checks.peek()));
    const format = session.resultFormat.peek();
    const bytes = await session.writtenFile(rows);
    const base = run.fileName.replace(/\.[^.]+$/, '');
    if (bytes !== null) actions.save(bytes, t('auditFile', base, format));
  };
  return (
    <button type="button" class="button" onClick={() => void save()}>
      {t('auditRecord')}
    </button>
  );
}
