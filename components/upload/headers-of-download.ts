import type { AttributeId } from '../../lib/credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../lib/credential/attributes';
import { attributeLabel } from '../parts/attribute-label';
import { named, t } from '../text';

/**
 * Headers of a download in the admin's language, by built-in attribute. Those of keys say that they
 * are not to be changed (lib/assign/guess/template-headers.ts knows them again in each language).
 */
export function headersOfDownload(): Readonly<Partial<Record<AttributeId, string>>> {
  const mark = t('templateKeyMark');
  return Object.fromEntries(
    BUILTIN_ATTRIBUTES.map(({ id, role }) => [id, role === 'key' ? `${labelOf(id)} ${mark}` : headerOf(id)]),
  );
}

/** "Note" alone may be a remark, so a download says which one it is: "Note (Grade)". */
function headerOf(id: AttributeId): string {
  return id === 'grade' || id === 'private' ? t(named('templateHeader', id)) : labelOf(id);
}

function labelOf(id: AttributeId): string {
  return attributeLabel(id, BUILTIN_ATTRIBUTES);
}
