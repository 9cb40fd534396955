import type { Attribute } from '../../lib/credential/attribute';
import type { AuditWords } from '../../lib/report/audit-rows';
import { updatedOf, type HistoryRun } from '../../lib/report/history';
import { typedCount, typedMoment } from '../../lib/report/typed-value';
import { sightFinder, type KnownChecks } from '../../lib/run/public-check/shown-sights';
import type { WrittenCell } from '../../lib/sheet/cells/written-cell';
import { endText, kindText } from '../history/history-text';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withoutIsolates } from '../parts/isolated';
import { named, t } from '../text';
import { rowResult } from './entry-text';

/** The words of the audit record of a run, in the admin's language. */
export function auditWords(
  run: HistoryRun,
  attributes: readonly Attribute[],
  checks: KnownChecks,
): AuditWords {
  const sightOf = sightFinder(checks);
  return {
    facts: factsOf(run),
    values: {
      title: t('auditValues'),
      headers: [t('auditAttribute'), t('auditBefore'), t('auditAfter'), t('auditCount')],
      others: t('auditOthers'),
    },
    changes: {
      title: t('auditChanges'),
      headers: [
        t('row'),
        t('attribute_credential_id'),
        t('recipient'),
        t('attribute_recipient_email'),
        t('auditAttribute'),
        t('auditBefore'),
        t('auditAfter'),
        t('auditWritten'),
        t('auditOutcome'),
        t('auditMessage'),
        t('auditAnswer'),
        t('publicTitle'),
        t('auditPage'),
      ],
    },
    deleted: t('whyNot_values_deleted'),
    flags: [t('yes'), t('no')],
    labelOf: (attribute) => attributeLabel(attribute, attributes),
    kindOf: (attribute) => attributeKind(attribute, attributes),
    outcomeOf(entry) {
      const { status, message, link } = rowResult(entry, attributes, run.environment);
      const sight = sightOf(entry);
      const isSaid = sight !== null && sight !== 'no-change';
      return { status, message, page: link, sight: isSaid ? t(named('public', sight)) : '' };
    },
  };
}

/** Facts: who, when, from which file, and what was confirmed. Times are UTC. */
function factsOf(run: HistoryRun): AuditWords['facts'] {
  const { source, account, group, rest, counts } = run;
  const { updated, partly, notUpdated } = updatedOf(run);
  const idOf = ({ id, name }: { readonly id: string; readonly name: string }) =>
    withoutIsolates(t('historyNamedId', name, id));
  const facts: (readonly [string, WrittenCell])[] = [
    [t('auditRun'), run.id],
    [t('historyFileName'), run.fileName],
    ...(run.sheetName === '' ? [] : [[t('auditSheet'), run.sheetName] as const]),
    [t('historySha'), source !== null && 'sha256' in source ? source.sha256 : t('historyNone')],
    ...(source !== null && 'runs' in source ? [[t('auditOfRuns'), source.runs.join(' ')] as const] : []),
    [t('historyWho'), idOf(account)],
    [t('historyWhere'), idOf(group)],
    [t('auditEnvironment'), t(named('environment', run.environment))],
    [t('auditStarted'), typedMoment(run.startedAt)],
    [t('auditEnded'), run.endedAt === null ? endText(run) : typedMoment(run.endedAt)],
    [t('auditState'), t(named('historyState', run.state))],
    [t('auditConfirmed'), typedCount(run.changes)],
    [t('figureUpdated'), typedCount(updated)],
    [t('figurePart'), typedCount(partly)],
    [t('failedList'), typedCount(notUpdated)],
    [t('count_conflict'), typedCount(counts.conflict)],
    ...(rest === null ? [] : [[t('auditSkipped'), typedCount(rest.errors)] as const]),
    [t('historyCredits'), withoutIsolates(t('historyCreditsLine', run.creditsSpent, run.creditsAtMost))],
  ];
  const kinds = [
    ...run.alarms.map((kind) => [t('historyAlarms'), withoutIsolates(kindText(kind))] as const),
    ...run.warnings.map((kind) => [t('historyWarnings'), withoutIsolates(kindText(kind))] as const),
  ];
  return [...facts, ...kinds];
}
