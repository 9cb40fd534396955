import { endOfPlainText, SPACED, hasBytesAt, uint32Of } from '../xml/plain-text';
import { StringPool } from './string-pool';
import { TextRuns } from '../xml/text-runs';
import { nameCodes } from '../xml/name-code';
import { END, MORE, RAW, START, XmlTokenizer } from '../xml/xml-tokenizer';

const [SI, T, PHONETIC_RUN] = nameCodes('si', 't', 'rPh');

const ITEM = uint32Of('<si>');
const TEXT = uint32Of('<t>\0');
const SPACED_TEXT = uint32Of('<t x');
const END_OF_TEXT = uint32Of('</t>');
const END_OF_ITEM = uint32Of('</si');
/** Longest markup before a text. */
const ROOM = 40;

/**
 * Reads `sharedStrings.xml` chunk by chunk (ECMA-376 18.4). Rich text becomes one text, phonetic
 * runs are dropped.
 */
export class SharedStrings {
  readonly pool = new StringPool();
  readonly #xml = new XmlTokenizer();
  readonly #runs = new TextRuns();
  #itemDepth = 0;
  #textDepth = 0;
  #phoneticDepth = 0;

  take(chunk: Uint8Array): void {
    if (this.#xml.feed(chunk)) this.#readAll();
  }

  finish(): void {
    this.#xml.finish(() => this.#readAll());
  }

  #readAll(): void {
    const xml = this.#xml;
    for (;;) {
      if (this.#itemDepth === 0) this.#takePlainItems();
      const found = xml.next();
      if (found === MORE) return;
      if (found === START) this.#start();
      else if (found === END) this.#end();
      else if (this.#textDepth > 0 && xml.depth === this.#textDepth) {
        if (found === RAW) this.#runs.addRaw(xml.bytes, xml.from, xml.to);
        else this.#runs.add(xml.bytes, xml.from, xml.to);
      }
    }
  }

  /**
   * Fast path for items as nearly every program writes them, `<si><t>text</t></si>`, like
   * CellFastPath.
   */
  #takePlainItems(): void {
    const xml = this.#xml;
    const { bytes, view } = xml;
    for (let at = xml.at; at + ROOM < bytes.length; xml.at = at) {
      if (view.getUint32(at, true) !== ITEM) return;
      const next = view.getUint32(at + 4, true);
      let from = at + 7;
      if (next === SPACED_TEXT && hasBytesAt(SPACED, bytes, at + 6)) from = at + 7 + SPACED.length;
      else if ((next & 0xffffff) !== TEXT) return;
      const to = endOfPlainText(bytes, from);
      if (to < 0 || to + 9 > bytes.length) return;
      if (view.getUint32(to, true) !== END_OF_TEXT || view.getUint32(to + 4, true) !== END_OF_ITEM) return;
      if (bytes[to + 8] !== 62) return;
      this.pool.appendBytes(view, from, to);
      at = to + 9;
    }
  }

  #start(): void {
    const { name, empty, depth } = this.#xml;
    if (this.#itemDepth === 0) {
      if (name !== SI) return;
      this.#runs.clear();
      if (empty) this.pool.append(this.#runs);
      else this.#itemDepth = depth;
    } else if (empty) return;
    else if (name === PHONETIC_RUN) this.#phoneticDepth = depth;
    else if (name === T && this.#phoneticDepth === 0) this.#textDepth = depth;
  }

  #end(): void {
    const depth = this.#xml.depth + 1;
    if (depth === this.#textDepth) this.#textDepth = 0;
    else if (depth === this.#phoneticDepth) this.#phoneticDepth = 0;
    else if (depth === this.#itemDepth) {
      this.#itemDepth = 0;
      this.#textDepth = 0;
      this.#phoneticDepth = 0;
      this.pool.append(this.#runs);
    }
  }
}
