import type { AttributeKind } from '../../credential/attribute';

const APOSTROPHE = 39;

/**
 * Removes the apostrophe that other programs put in front of a cell, so that it stays text. The
 * file shows it, and nobody meant it.
 *
 * An address, a number, a day, a link or a flag never begins with one: "'+442079460000" ->
 * "+442079460000". A name or a text may, so it stays there: "'t Hooft", "'=1". Only a file of our
 * own proves its guards (report/guarded-text.ts).
 */
export function withoutGuard(text: string, kind: AttributeKind): string {
  if (text.charCodeAt(0) !== APOSTROPHE) return text;
  switch (kind) {
    case 'email':
      // Mail programs quote an address: "'ada@example.org'".
      return text.endsWith("'") ? text.slice(1, -1) : text.slice(1);
    case 'phone':
    case 'day':
    case 'flag':
    case 'url':
    case 'image':
      return text.slice(1);
    case 'id':
    case 'name':
    case 'text':
      return text;
  }
}
