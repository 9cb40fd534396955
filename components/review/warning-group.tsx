import type { Attribute } from '../../lib/credential/attribute';
import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { WarningCode } from '../../lib/review/terms/finding';
import type { Session } from '../../lib/session/session';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withSpacesShown } from '../parts/shown-spaces';
import { readableText } from '../parts/value-text';
import { named, t, tn, formatNumber } from '../text';
import { titleOf } from './finding-title';
import { Mend } from './mend';
import { ShowAndLeaveOut } from './show-and-leave-out';

/** A kind of warning: how many, a sample, and the box that confirms it (docs/product.md 2.4). */
export function WarningGroup(props: {
  session: Session;
  group: Extract<FindingGroup, { severity: 'warning' }>;
  attributes: readonly Attribute[];
}) {
  const { session, group, attributes } = props;
  const title = t(titleOf(group));
  const { code } = group;
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
        {whyText(session, code, tn('credits', group.credits))}
      </p>
      <Sample group={group} attributes={attributes} />
      <Mend session={session} group={group} title={title} />
      <ShowAndLeaveOut session={session} group={group} title={title} />
    </section>
  );
}

/** Values that an undo puts back were not chosen in Assign, nor do they come from a column. */
function whyText(session: Session, code: WarningCode, credits: string): string {
  const file = session.file.phase.value;
  const isUndo = file.kind === 'open' && file.undo !== null;
  if (isUndo && code === 'value-cleared') return t('undo_why_value_cleared');
  if (isUndo && code === 'many-changes') return t('undo_why_many_changes');
  return t(named('why', code), credits);
}

/** The first row with the warning, so that often nobody has to look for one. */
function Sample({ group, attributes }: { group: FindingGroup; attributes: readonly Attribute[] }) {
  const { row, cell } = group.sample;
  if (cell === null) return null;
  const kind = attributeKind(cell.attribute, attributes);
  return (
    <p class="sample small change">
      {t('sample', String(row), attributeLabel(cell.attribute, attributes))}{' '}
      <del>{withSpacesShown(readableText(cell.before, kind))}</del>{' '}
      {cell.outcome === 'cleared' ? (
        t('cleared')
      ) : (
        <ins>{withSpacesShown(readableText(cell.after, kind))}</ins>
      )}
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
