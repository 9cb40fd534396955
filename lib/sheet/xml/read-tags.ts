import { decodeXmlText } from './text-runs';
import { Utf8Transcoder } from './utf8-transcoder';
import { nameCode } from './name-code';
import { START, END, MORE, XmlTokenizer } from './xml-tokenizer';

/** Tag of a small part. */
export interface Tag {
  readonly name: number;
  /** Value of an attribute by its local name, entities decoded; null without one. */
  value(name: string): string | null;
}

/**
 * Visits the tags of a small part (workbook, relations, styles). `end` gets the names of end tags.
 */
export function readTags(bytes: Uint8Array, start: (tag: Tag) => void, end?: (name: number) => void): void {
  const xml = new XmlTokenizer();
  const decoder = new TextDecoder();
  const tag = {
    name: 0,
    value(name: string) {
      if (!xml.attribute(nameCode(name))) return null;
      return decodeXmlText(decoder.decode(xml.bytes.subarray(xml.from, xml.to)));
    },
  };
  const readAll = (): void => {
    for (;;) {
      const found = xml.next();
      if (found === MORE) return;
      if (found !== START && found !== END) continue;
      tag.name = xml.name;
      if (found === START) start(tag);
      if (found === END || xml.empty) end?.(tag.name);
    }
  };
  xml.feed(new Utf8Transcoder().take(bytes));
  readAll();
  xml.finish(readAll);
}
