const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
/** Markup that may stand above the first element, by its beginning and its end. */
const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
] as const;
const TAG = /<[\w:][^<>]*>/g;
const ATTRIBUTE_VALUE = /=\s*(?:"[^"]*"|'([^']*)')/g;

/** Decodes a part of an archive: UTF-8, or UTF-16 with its byte order mark. */
export function decodedXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/**
 * Writes XML in the form that SheetJS knows: with its declaration, which nobody needs (XML 1.0,
 * 2.8), nothing else above the first element, and attributes in double quotes. Without a
 * declaration it looks for a table of HTML.
 */
export function plainXml(xml: string): string {
  const body = xml.slice(startOfElements(xml));
  if (!body.includes("='")) return DECLARATION + body;
  const quoted = body.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE_VALUE, (whole, value: string | undefined) =>
      value === undefined ? whole : `="${value.replaceAll('"', '&quot;')}"`,
    ),
  );
  return DECLARATION + quoted;
}

function startOfElements(xml: string): number {
  let at = 0;
  for (;;) {
    while (/[\s\uFEFF]/u.test(xml.charAt(at))) at += 1;
    const part = PROLOG.find(([begin]) => xml.startsWith(begin, at));
    if (part === undefined) return at;
    const end = xml.indexOf(part[1], at);
    if (end < 0) return at;
    at = end + part[1].length;
  }
}
