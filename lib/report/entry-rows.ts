import type { Attribute, AttributeId } from '../credential/attribute';
import type { Value } from '../credential/value';
import type { Entry } from '../journal/entry';
import type { ResultWords, RowResult } from './result-rows';
import { writtenFields } from '../journal/written-fields';
import type { WrittenCell, WrittenRows } from '../sheet/cells/written-cell';
import { attributeHeaders } from './attribute-headers';
import { typedValue } from './typed-value';

/**
 * The rows of a result without the run's sheet, because the panel was closed since or has another
 * sheet open: each credential with its wanted values under the attributes' names in the admin's
 * language, so that the file can be dropped again (docs/product.md 2.6). A value that was to be
 * cleared is an empty cell.
 * `results`: of the entries. `only` "failed": the entries that were not updated or only in part,
 * with what is not written of them.
 */
export function entryRows(
  entries: readonly Entry[],
  results: readonly RowResult[],
  attributes: readonly Attribute[],
  words: ResultWords,
  only: 'all' | 'failed',
): WrittenRows {
  const resultOf = new Map(results.map((result) => [result.credential, result]));
  const used = new Set<AttributeId>(
    entries.flatMap(({ change }) => change.fields.map(({ attribute }) => attribute)),
  );
  const key = attributes.filter(({ id }) => id === 'credential-id');
  const columns = [...key, ...attributes.filter(({ id }) => used.has(id) && id !== 'credential-id')];
  const [status, message, , link] = words.headers;
  const names = attributeHeaders(columns, words.attributes);
  const rows: (readonly WrittenCell[])[] = [[...names, status, message, link]];
  for (const { credential, change, state } of entries) {
    const result = resultOf.get(credential);
    if (result === undefined || (only === 'failed' && !result.failed)) continue;
    const done = only === 'failed' ? writtenFields(change, state) : [];
    const shown = change.fields.filter((field) => !done.includes(field));
    const wanted = new Map<AttributeId, Value>(shown.map(({ attribute, after }) => [attribute, after]));
    const cells = columns.map((attribute) =>
      attribute.id === 'credential-id' ? credential : typedValue(wanted.get(attribute.id), attribute.kind),
    );
    rows.push([...cells, result.status, result.message, result.link]);
  }
  return rows;
}
