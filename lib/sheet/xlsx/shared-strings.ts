import { StringPool } from './string-pool';
import { TextRuns } from './text-runs';
import { END, MORE, nameCode, RAW, START, XmlBytes } from './xml-bytes';

const [SI, T, RPH] = ['si', 't', 'rPh'].map(nameCode);

/** Reads `sharedStrings.xml` as it comes (ECMA-376 18.4): rich text as one text, phonetic runs left out. */
export class SharedStrings {
  readonly pool = new StringPool();
  readonly #xml = new XmlBytes();
  readonly #runs = new TextRuns();
  #itemDepth = 0;
  #textDepth = 0;
  #phoneticDepth = 0;

  take(chunk: Uint8Array): void {
    this.#xml.feed(chunk);
    this.#readAll();
  }

  finish(): void {
    this.#xml.finish(() => this.#readAll());
  }

  #readAll(): void {
    const xml = this.#xml;
    for (;;) {
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

  #start(): void {
    const { name, empty, depth } = this.#xml;
    if (this.#itemDepth === 0) {
      if (name !== SI) return;
      this.#runs.clear();
      if (empty) this.pool.append(this.#runs);
      else this.#itemDepth = depth;
    } else if (empty) return;
    else if (name === RPH) this.#phoneticDepth = depth;
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
