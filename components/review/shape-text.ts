import type { Attribute } from '../../lib/credential/attribute';
import type { ShapeGroup } from '../../lib/review/cross-row/review';
import { assertNever } from '../../lib/assert-never';
import { attributeKind } from '../parts/attribute-label';
import { readableText } from '../parts/value-text';
import { t, tn } from '../text';

/** The name of a group of changes: "1 year later", "old.example to new.example", "Dr. removed". */
export function shapeText({ attribute, shape }: ShapeGroup, attributes: readonly Attribute[]): string {
  switch (shape.kind) {
    case 'years':
    case 'months':
    case 'days':
      return tn(`shape_${shape.kind}_${shape.by > 0 ? 'later' : 'earlier'}`, Math.abs(shape.by));
    case 'domain':
      return t('shape_domain', shape.from, shape.to);
    case 'removed':
      return t('shape_removed', shape.words);
    case 'added':
      return t('shape_added', shape.words);
    case 'to': {
      const kind = attributeKind(attribute, attributes);
      const flag = shape.value === 'true' ? true : shape.value === 'false' ? false : null;
      return t('shape_to', readableText(kind === 'flag' ? flag : shape.value, kind));
    }
    case 'case':
      return t('shape_case');
    case 'accents':
      return t('shape_accents');
    case 'order':
      return t('shape_order');
    case 'spacing':
      return t('shape_spacing');
    case 'filled':
      return t('shape_filled');
    case 'cleared':
      return t('shape_cleared');
    case 'other':
      return t('shape_other');
    default:
      return assertNever(shape);
  }
}
