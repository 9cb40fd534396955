import type { Attribute } from '../../lib/credential/attribute';
import type { FindingGroup } from '../../lib/review/cross-row/review';
import type { WarningCode } from '../../lib/review/terms/finding';
import type { Session } from '../../lib/session/session';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withSpacesShown } from '../parts/shown-spaces';
import { readableText } from '../parts/value-text';
import { formatUnits, named, namedPlural, t, tn } from '../text';
import { titleOf } from './finding-title';
import { ItemActions } from './item-actions';
import { SettleItem } from './settle-item';
import { ShapeCards } from './shape-cards';
import { settleId } from './use-settling';

/** A kind of warning: how many, a sample, and the box that confirms it (docs/product.md 2.4). */
export function WarningGroup(props: {
  session: Session;
  group: Extract<FindingGroup, { severity: 'warning' }>;
  attributes: readonly Attribute[];
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { session, group, attributes, isOpen, onToggle } = props;
  const title = t(titleOf(group));
  const { code } = group;
  return (
    <SettleItem
      kind="warning"
      title={title}
      count={group.count}
      isSettled={group.confirmed}
      isOpen={isOpen}
      onToggle={onToggle}
      control={
        <input
          id={settleId(code)}
          type="checkbox"
          aria-label={t('confirmKind', title)}
          title={t('confirmKind', title)}
          checked={group.confirmed}
          onChange={(event) =>
            void session.review.decide({ kind: 'confirm', code, confirmed: event.currentTarget.checked })
          }
        />
      }
    >
      <p class="small quiet">
        {classesText(group)}
        {whyText(session, code, tn('credits', group.credits))}
      </p>
      <Sample group={group} attributes={attributes} />
      <ShapeCards session={session} group={group} attributes={attributes} />
      <ItemActions session={session} group={group} title={title} />
    </SettleItem>
  );
}

/** Values that an undo puts back were not chosen in Assign, nor do they come from a column. */
function whyText(session: Session, code: WarningCode, credits: string): string {
  const file = session.file.phase.value;
  const isUndo = file.kind === 'open' && file.undo !== null;
  if (isUndo && code === 'value-cleared') return t('undo_why_value_cleared');
  if (isUndo && code === 'many-changes') return t('undo_why_many_changes');
  const isMadeByAnother = file.kind === 'open' && file.checked !== undefined;
  if (isMadeByAnother && code === 'changed-since-download') return t('why_changed_since_made');
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

const EMAIL_CLASSES = ['local-part', 'domain', 'look-alike'] as const;

/** "31 accents and spacing, 9 order, 2 another person." */
function classesText(group: FindingGroup): string {
  const parts =
    group.code === 'name-change'
      ? NAME_CLASSES.filter((name) => (group.classes[name] ?? 0) > 0).map((name) =>
          tn(namedPlural('nameClass', name), group.classes[name] ?? 0),
        )
      : group.code === 'email-change'
        ? EMAIL_CLASSES.filter((name) => (group.classes[name] ?? 0) > 0).map((name) =>
            tn(namedPlural('emailClass', name), group.classes[name] ?? 0),
          )
        : [];
  return parts.length === 0 ? '' : `${t('classesLine', formatUnits(parts))} `;
}
