import type { AttributeId } from '../../lib/credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../lib/credential/attributes';
import type { AttributeWords } from '../../lib/report/attribute-headers';
import type { TemplateRequest } from '../../lib/report/template-file';
import { named, t } from '../text';
import { attributeLabel } from './attribute-label';

/** The names of attributes in files, in the admin's language. */
export function attributeWords(): AttributeWords {
  return wordsWith(() => '');
}

/**
 * The words of a download or a backup. Headers of keys say that they are not to be changed
 * (lib/assign/guess/template-headers.ts knows them again in each language). `note`: what stands
 * above its record.
 */
export function downloadWords(note: string): TemplateRequest['words'] {
  const mark = t('templateKeyMark');
  return {
    ...wordsWith((isKey) => (isKey ? ` ${mark}` : '')),
    sheet: t('templateSheet'),
    record: t('templateRecord'),
    note,
    flags: [t('yes'), t('no')],
  };
}

function wordsWith(markOf: (isKey: boolean) => string): AttributeWords {
  const headers: Partial<Record<AttributeId, string>> = {};
  for (const { id, role } of BUILTIN_ATTRIBUTES) headers[id] = headerOf(id) + markOf(role === 'key');
  return { headers, account: t('templateAccountMark') };
}

/** "Note" alone may be a remark, so a file says which one it is: "Note (Grade)". */
function headerOf(id: AttributeId): string {
  return id === 'grade' || id === 'private'
    ? t(named('templateHeader', id))
    : attributeLabel(id, BUILTIN_ATTRIBUTES);
}
