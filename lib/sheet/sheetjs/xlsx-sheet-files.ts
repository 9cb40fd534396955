/**
 * Paths of the sheets of an XLSX by the relations of the workbook, in the order of `ids` (`r:id`).
 * Null where there is none.
 */
export function sheetPaths(
  relations: string,
  ids: readonly (string | null)[],
  paths: readonly string[],
): readonly (string | null)[] {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)) {
    const id = /\sId=["']([^"']*)["']/.exec(tag)?.[1];
    const target = /\sTarget=["']([^"']*)["']/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, target);
  }
  return ids.map((id) => {
    const target = id === null ? undefined : targets.get(id);
    if (target === undefined) return null;
    // Targets are relative to the root ("/xl/worksheets/sheet1.xml") or to the workbook
    // ("worksheets/sheet1.xml").
    const end = `/${target.replace(/^(\.?\.?\/)+/, '')}`;
    return paths.find((path) => `/${path}`.endsWith(end)) ?? null;
  });
}
