import { useEffect } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { FindingGroup, ShapeGroup } from '../../lib/review/cross-row/review';
import type { WarningCode } from '../../lib/review/terms/finding';
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
  const { code } = group;
  const marks = review.shapeMarks.value;
  // With each state of the review: a correction may change a shape and leave the count as it was.
  useEffect(() => void review.listShapes(code), [review, code, group]);
  const listed = review.shapes.value;
  if (listed?.code !== code || !tellsMore(listed.groups)) return null;
  return (
    <ul class="shapes small">
      {listed.groups.map((one) => (
        <Card
          key={JSON.stringify([one.attribute, one.key, one.count])}
          session={session}
          code={listed.code}
          shape={one}
          attributes={attributes}
          isRight={group.confirmed || marks.has('right', listed.code, one)}
          isLooked={marks.has('looked', listed.code, one)}
        />
      ))}
    </ul>
  );
}

function Card(props: {
  session: Session;
  code: WarningCode;
  shape: ShapeGroup;
  attributes: readonly Attribute[];
  isRight: boolean;
  isLooked: boolean;
}) {
  const { session, code, shape, attributes, isRight, isLooked } = props;
  const { attribute, key, count, samples } = shape;
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
          onClick={() => void session.review.takeShape(code, shape, !isRight)}
        >
          {t('shapeRight')}
        </button>
        <button
          type="button"
          class="link small"
          aria-label={t('showKind', name)}
          onClick={() => {
            session.review.lookAtShape(code, shape);
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

/** One group of others says no more than the kind itself. */
function tellsMore(groups: readonly ShapeGroup[]): boolean {
  return groups.some(({ shape, count }) => shape.kind !== 'other' && count > 1);
}
