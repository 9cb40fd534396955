import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { FindingGroup, ShapeGroup } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withSpacesShown } from '../parts/shown-spaces';
import { readableText } from '../parts/value-text';
import { Counted } from '../parts/counted';
import { t } from '../text';
import { shapeText } from './shape-text';
import { backToRows } from './show-rows';

/**
 * The changes of a kind of warning by how they change their values: each group is looked at and
 * decided at once. Once all are taken to be right, the kind is confirmed.
 */
export function ShapeCards(props: {
  session: Session;
  group: Extract<FindingGroup, { severity: 'warning' }>;
  attributes: readonly Attribute[];
}) {
  const { session, group, attributes } = props;
  const { review } = session;
  const { code, count } = group;
  /** Groups that are right, as they were then: another row in one asks again. */
  const right = useSignal<ReadonlySet<string>>(new Set());
  /** Groups whose rows were shown. */
  const looked = useSignal<ReadonlySet<string>>(new Set());
  useEffect(() => void review.listShapes(code), [review, code, count]);
  const listed = review.shapes.value;
  const groups = listed?.code === code ? listed.groups : [];
  if (!tellsMore(groups)) return null;
  const take = (one: ShapeGroup, isRight: boolean) => {
    const now = new Set(right.peek());
    if (isRight) now.add(stateOf(one));
    else now.delete(stateOf(one));
    right.value = now;
    const confirmed = groups.every((of) => now.has(stateOf(of)));
    if (confirmed || group.confirmed) void review.decide({ kind: 'confirm', code, confirmed });
  };
  return (
    <ul class="shapes small">
      {groups.map((one) => (
        <Card
          key={stateOf(one)}
          session={session}
          group={group}
          shape={one}
          attributes={attributes}
          isRight={group.confirmed || right.value.has(stateOf(one))}
          isLooked={looked.value.has(stateOf(one))}
          onLook={() => (looked.value = new Set([...looked.peek(), stateOf(one)]))}
          onRight={(isRight) => take(one, isRight)}
        />
      ))}
    </ul>
  );
}

function Card(props: {
  session: Session;
  group: FindingGroup;
  shape: ShapeGroup;
  attributes: readonly Attribute[];
  isRight: boolean;
  isLooked: boolean;
  onLook: () => void;
  onRight: (isRight: boolean) => void;
}) {
  const { session, group, shape, attributes, isRight, isLooked, onLook, onRight } = props;
  const { attribute, key, count, samples } = shape;
  const { code } = group;
  const name = shapeText(shape, attributes);
  const kind = attributeKind(attribute, attributes);
  return (
    <li data-right={isRight}>
      <span class="isolated" title={attributeLabel(attribute, attributes)}>
        <Counted text={t('countedKind', count, name)} count={count} />
        {isLooked && <span class="quiet"> · {t('lookedAt')}</span>}
      </span>
      {samples.slice(0, 2).map(({ row, before, after }) => (
        <span key={row} class="change sample">
          <span class="quiet">{row}</span> <del>{withSpacesShown(readableText(before, kind))}</del>{' '}
          {after === null ? t('cleared') : <ins>{withSpacesShown(readableText(after, kind))}</ins>}
        </span>
      ))}
      <span class="actions">
        <button
          type="button"
          class="link small"
          aria-pressed={isRight}
          aria-label={t('shapeRightOf', name)}
          onClick={() => onRight(!isRight)}
        >
          {t('shapeRight')}
        </button>
        <button
          type="button"
          class="link small"
          aria-label={t('showKind', name)}
          onClick={() => {
            onLook();
            session.review.setFilter({ kind: 'shape', code, attribute, key });
            backToRows();
          }}
        >
          {t('showRows')}
        </button>
        <button
          type="button"
          class="link small"
          aria-label={t('leaveOutKind', name)}
          onClick={() => void session.review.decide({ kind: 'exclude-shape', code, attribute, key })}
        >
          {t('leaveTheseOut')}
        </button>
      </span>
    </li>
  );
}

function stateOf({ attribute, key, count }: ShapeGroup): string {
  return JSON.stringify([attribute, key, count]);
}

/** One group of others says no more than the kind itself. */
function tellsMore(groups: readonly ShapeGroup[]): boolean {
  return groups.some(({ shape, count }) => shape.kind !== 'other' && count > 1);
}
