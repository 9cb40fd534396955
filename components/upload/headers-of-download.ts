import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../lib/credential/attributes';
import { labelOf } from '../parts/attribute-label';
import { named, t } from '../text';

/**
 * Headers of a download in the admin's language, by built-in attribute. Those of keys say that they
 * are not to be changed (lib/assign/guess/template-headers.ts knows them again in each language).
 */
export function headersOfDownload(): Readonly<Partial<Record<AttributeId, string>>> {
  const mark = t('templateKeyMark');
  return Object.fromEntries(
    BUILTIN_ATTRIBUTES.map((attribute) => [
      attribute.id,
      attribute.role === 'key' ? `${labelOf(attribute)} ${mark}` : headerOf(attribute),
    ]),
  );
}

/** "Note" alone may be a remark, so a download says which one it is: "Note (Grade)". */
function headerOf(attribute: Attribute): string {
  const { id } = attribute;
  return id === 'grade' || id === 'private' ? t(named('templateHeader', id)) : labelOf(attribute);
}
