import type { Attribute, AttributeId } from '../credential/attribute';
import type { Value } from '../credential/value';
import type { Entry } from '../journal/entry';
import type { ResultWords, RowResult } from './result-rows';
import { valueText } from './value-text';

/**
 * The rows of a result without the run's sheet, because the panel was closed since or has another
 * sheet open: each credential with its wanted values under the attributes' own names, so that the
 * file can be dropped again (docs/product.md 2.6). A value that was to be cleared is an empty cell.
 * `results`: of the entries. `only` "failed": the entries that were not updated.
 */
export function entryRows(
  entries: readonly Entry[],
  results: readonly RowResult[],
  attributes: readonly Attribute[],
  words: ResultWords,
  only: 'all' | 'failed',
): readonly (readonly string[])[] {
  const resultOf = new Map(results.map((result) => [result.credential, result]));
  const used = new Set<AttributeId>(
    entries.flatMap(({ change }) => change.fields.map(({ attribute }) => attribute)),
  );
  const key = attributes.filter(({ id }) => id === 'credential-id');
  const columns = [...key, ...attributes.filter(({ id }) => used.has(id) && id !== 'credential-id')];
  const [status, message, , link] = words.headers;
  const rows: (readonly string[])[] = [[...columns.map(({ label }) => label), status, message, link]];
  for (const { credential, change } of entries) {
    const result = resultOf.get(credential);
    if (result === undefined || (only === 'failed' && !result.failed)) continue;
    const wanted = new Map<AttributeId, Value>(
      change.fields.map(({ attribute, after }) => [attribute, after]),
    );
    const cells = columns.map(({ id }) => (id === 'credential-id' ? credential : valueText(wanted.get(id))));
    rows.push([...cells, result.status, result.message, result.link]);
  }
  return rows;
}
