/**
 * Prepares SpreadsheetML 2003 for SheetJS. Rich text becomes plain, because SheetJS keeps only what
 * is within `Font` ("Anna <Font>Maria</Font>" -> "Maria"). Custom properties are taken out, because
 * it fails on some; they hold no cell.
 */
export function prepareXml2003(xml: string): string {
  return withoutCustomProperties(xml).replace(
    /<((?:\w+:)?Data)(\s[^<>]*)?>([^]*?)<\/\1>/g,
    (whole, ...parts) => {
      const [name = '', attributes = '', inside = ''] = parts as readonly (string | undefined)[];
      return inside.includes('<') && !inside.includes('<![CDATA[')
        ? `<${name}${attributes}>${inside.replace(/<[^<>]*>/g, '')}</${name}>`
        : whole;
    },
  );
}

function withoutCustomProperties(xml: string): string {
  const start = xml.search(/<(?:\w+:)?CustomDocumentProperties[\s>]/);
  if (start < 0) return xml;
  const end = /<\/(?:\w+:)?CustomDocumentProperties\s*>/.exec(xml.slice(start));
  return end === null ? xml : xml.slice(0, start) + xml.slice(start + end.index + end[0].length);
}
