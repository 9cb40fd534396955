/** Metadata in the XML of a sheet that SheetJS does not pass on without styles and formulas. */
export interface XlsxMetadata {
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly filtered: boolean;
  readonly formulasWithoutValue: number;
  /** References ("B7") of cells typed as dates, `t="d"`. */
  readonly isoDates: ReadonlySet<string>;
}

const FORMULA = String.raw`\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*`;
const EMPTY_VALUE = String.raw`(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)\s*`;
const END_OF_CELL = String.raw`<\/(?:\w+:)?c>`;
const FORMULA_WITHOUT_VALUE = new RegExp(
  String.raw`<(?:\w+:)?c(?:\s[^<>]*)?>${FORMULA}(?:${EMPTY_VALUE})?${END_OF_CELL}`,
  'g',
);
/** Formula whose value is an empty text: with `t="str"` an empty value is a value. */
const FORMULA_OF_EMPTY_TEXT = new RegExp(
  String.raw`<(?:\w+:)?c\s(?:[^<>]*\s)?t=["']str["'][^<>]*>${FORMULA}${EMPTY_VALUE}${END_OF_CELL}`,
  'g',
);

/** Reads the metadata from the XML of one sheet. Its namespace may have a prefix. */
export function readXlsxMetadata(xml: string): XlsxMetadata {
  return {
    hiddenRows: count(xml, /<(?:\w+:)?row\b[^<>]*\shidden=["'](?:1|true)["']/g),
    hiddenColumns: hiddenColumns(xml),
    filtered: /<(?:\w+:)?filterColumn[\s>]/.test(xml),
    formulasWithoutValue: count(xml, FORMULA_WITHOUT_VALUE) - count(xml, FORMULA_OF_EMPTY_TEXT),
    isoDates: isoDates(xml),
  };
}

function count(xml: string, pattern: RegExp): number {
  let found = 0;
  while (pattern.exec(xml) !== null) found += 1;
  return found;
}

function hiddenColumns(xml: string): number {
  let hidden = 0;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?col\s[^<>]*>/g)) {
    if (!/\shidden=["'](?:1|true)["']/.test(tag)) continue;
    const first = Number(/\smin=["'](\d+)["']/.exec(tag)?.[1] ?? 1);
    const last = Number(/\smax=["'](\d+)["']/.exec(tag)?.[1] ?? first);
    hidden += Math.max(0, last - first + 1);
  }
  return hidden;
}

function isoDates(xml: string): ReadonlySet<string> {
  const references = new Set<string>();
  if (!/\st=["']d["']/.test(xml)) return references;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?c\s[^<>]*\st=["']d["'][^<>]*>/g)) {
    const reference = /\sr=["']([A-Z]+\d+)["']/.exec(tag)?.[1];
    if (reference !== undefined) references.add(reference);
  }
  return references;
}
