/** Metadata of a sheet in the XML of an OpenDocument spreadsheet that SheetJS does not pass on. */
export interface OpenDocumentMetadata {
  readonly hidden: boolean;
  readonly hiddenRows: number;
  readonly filteredRows: number;
  readonly hiddenColumns: number;
}

/** Larger repetitions fill the sheet to its end. They hide no data. */
const MOST_REPEATED = 100_000;

/** Reads the metadata of each sheet, in order, from content.xml or a flat document. */
export function readOpenDocumentMetadata(xml: string): readonly OpenDocumentMetadata[] {
  const unseen = new Set<string>();
  for (const [style] of xml.matchAll(
    /<style:style\s[^<>]*style:family="table"[^<>]*>\s*<style:table-properties[^<>]*>/g,
  )) {
    const name = /style:name="([^"]*)"/.exec(style)?.[1];
    if (name !== undefined && style.includes('table:display="false"')) unseen.add(name);
  }
  // Tables nest only inside shapes. Those are no sheets, and these programs do not write them.
  const starts = [...xml.matchAll(/<table:table\s[^<>]*>/g)];
  return starts.map((start, index) => {
    const sheet = xml.slice(start.index, starts[index + 1]?.index);
    const style = /table:style-name="([^"]*)"/.exec(start[0])?.[1];
    return {
      hidden: style !== undefined && unseen.has(style),
      hiddenRows: countUnseen(sheet, 'row', 'collapse'),
      filteredRows: countUnseen(sheet, 'row', 'filter'),
      hiddenColumns: countUnseen(sheet, 'column', 'collapse'),
    };
  });
}

function countUnseen(sheet: string, line: 'row' | 'column', visibility: 'collapse' | 'filter'): number {
  let unseen = 0;
  for (const [tag] of sheet.matchAll(new RegExp(`<table:table-${line}\\s[^<>]*>`, 'g'))) {
    if (!tag.includes(`table:visibility="${visibility}"`)) continue;
    const times = Number(new RegExp(`table:number-${line}s-repeated="(\\d+)"`).exec(tag)?.[1] ?? 1);
    if (times < MOST_REPEATED) unseen += times;
  }
  return unseen;
}
