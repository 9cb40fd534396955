import type { Attribute, AttributeId } from '../credential/attribute';
import type { Change } from '../credential/change';
import type { Credential } from '../credential/credential';
import type { CredentialId } from '../credential/ids';
import type { Value } from '../credential/value';
import { valueReader } from '../credential/value-of';
import { downloadText, type FlagWords } from './template/column-form';
import { MOST_COLUMNS, templateColumns } from './template/template-columns';
import { templateFile, type RecordedAs, type TemplateRequest } from './template-file';

/** Request for a backup: a download that chooses its columns itself. */
export type BackupRequest = Omit<TemplateRequest, 'attributes' | 'format'>;

/** A backup, and how many values could not get into it. */
export interface Backup {
  readonly file: ArrayBuffer;
  readonly credentials: number;
  /** Evidence that the run adds or describes: a sheet cannot take it away again. */
  readonly evidence: number;
  /** Other values that a sheet cannot bring back (`canRestore`). */
  readonly cannot: number;
}

/**
 * Makes a backup of the credentials that these changes touch (docs/product.md 2.5): a download of
 * them as they are now, whose hidden record notes what the run will write. Dropped after the run, a
 * cell of it differs from that record: it is an edit, back to what was. Where somebody has changed
 * the value since the run, the record differs from the platform as well: a conflict. `touched`: the
 * credentials as they are now, in the order of the changes.
 */
export async function backupFile(
  changes: readonly Change[],
  touched: readonly Credential[],
  attributes: readonly Attribute[],
  request: BackupRequest,
  randomKey: Int32Array,
): Promise<Backup> {
  const known = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const written = new Map<CredentialId, ReadonlyMap<AttributeId, Value>>();
  const columns = new Set<AttributeId>();
  let [evidence, cannot] = [0, 0];
  for (const { credential, fields } of changes) {
    const values = new Map<AttributeId, Value>();
    for (const { attribute: id, before, after } of fields) {
      const attribute = known.get(id);
      if (attribute === undefined || id.startsWith('evidence-')) evidence += 1;
      else if (!canRestore(attribute, before, request.words.flags)) cannot += 1;
      else {
        values.set(id, after);
        columns.add(id);
      }
    }
    written.set(credential, values);
  }
  for (const { attribute, isUsual } of templateColumns(touched, attributes))
    if (isUsual && columns.size < MOST_COLUMNS - 1) columns.add(attribute);
  const recorded: RecordedAs = (id) => {
    const read = valueReader(id);
    return (credential) => {
      const values = written.get(credential.id);
      // Not written: the value stays, and the cell is no edit.
      if (values?.has(id) !== true) return { value: read(credential), old: null };
      return { value: values.get(id) ?? null, old: downloadText(read(credential), request.words.flags) };
    };
  };
  const asked = { ...request, attributes: [...columns], format: 'xlsx' } as const;
  const file = await templateFile(touched, attributes, asked, randomKey, recorded);
  return { file, credentials: touched.length, evidence, cannot };
}

/**
 * Whether a cell can ask for this value again. One that is too long for a cell is blank, which
 * would ask for none. A blank cell does not have a description read, so it cannot ask to empty it.
 */
function canRestore(attribute: Attribute, before: Value, flags: FlagWords): boolean {
  if (before === null) return attribute.clearable && !attribute.needsDetail;
  return downloadText(before, flags) !== '';
}
