const MOST_COLUMNS = 16_384;
/** A tag. Its name ends where no name goes on, which keeps the search linear. */
const TAG = /<(\/?)((?:[\w.-]+:)?([\w.-]+))(?![\w.:-])([^<>]*)>/g;
/** Elements of a cell that SheetJS knows. It fails on any other one. */
const OF_CELL: ReadonlySet<string> = new Set(['Data', 'Comment', 'NamedCell']);

/**
 * Prepares SpreadsheetML 2003 for SheetJS, in one pass over its tags:
 *
 * - Rich text becomes plain, because SheetJS keeps only what is within `Font` ("Anna
 *   <Font>Maria</Font>" -> "Maria"). Sections of CDATA become text.
 * - What else a cell may have, such as the reading of a Japanese name (`PhoneticText`), is taken
 * out.
 * - Custom properties are taken out, because it fails on some; they hold no cell.
 *
 * Throws an Error for columns outside any sheet: SheetJS makes an entry for each.
 */
export function prepareXml2003(xml: string): string {
  const text = withoutCustomProperties(withoutSections(xml));
  const kept: string[] = [];
  let isInCell = false;
  let isInData = false;
  /** Element whose content is left out. */
  let leftOut: string | null = null;
  let columns = 0;
  let from = 0;
  for (const { 0: tag, 1: slash, 2: name = '', 3: local = '', 4: attributes = '', index } of text.matchAll(
    TAG,
  )) {
    if (leftOut === null) kept.push(text.slice(from, index));
    from = index + tag.length;
    const isClosing = slash === '/';
    const isOpening = !isClosing && !attributes.endsWith('/');
    if (leftOut !== null) {
      if (isClosing && name === leftOut) leftOut = null;
      continue;
    }
    if (isInData) {
      if (!isClosing || local !== 'Data') continue;
      isInData = false;
    } else if (local === 'Cell') isInCell = isOpening;
    else if (isInCell && !OF_CELL.has(local)) {
      if (isOpening) leftOut = name;
      continue;
    } else if (local === 'Data') isInData = isOpening;
    else if (local === 'Column' && !isClosing) {
      columns += spanOf(attributes);
      if (columns > MOST_COLUMNS) throw new Error('a column outside the sheet');
    } else if (local === 'Table') columns = 0;
    kept.push(tag);
  }
  kept.push(text.slice(from));
  return kept.join('');
}

/** Columns that a `Column` is for, with those that it skips. */
function spanOf(attributes: string): number {
  const numbers = attributes.matchAll(/(?:Index|Span)\s*=\s*["'](\d+)/g);
  return 1 + Math.max(0, ...[...numbers].map(([, digits]) => Number(digits) - 1));
}

/** Writes sections of CDATA as text: `<![CDATA[R&D]]>` -> `R&amp;D`. */
function withoutSections(xml: string): string {
  const [first = '', ...sections] = xml.split('<![CDATA[');
  if (sections.length === 0) return xml;
  const texts = sections.map((section) => {
    const end = section.indexOf(']]>');
    return end < 0 ? escaped(section) : escaped(section.slice(0, end)) + section.slice(end + 3);
  });
  return first + texts.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withoutCustomProperties(xml: string): string {
  const start = xml.search(/<(?:\w+:)?CustomDocumentProperties[\s>]/);
  if (start < 0) return xml;
  const end = /<\/(?:\w+:)?CustomDocumentProperties\s*>/.exec(xml.slice(start));
  return end === null ? xml : xml.slice(0, start) + xml.slice(start + end.index + end[0].length);
}
