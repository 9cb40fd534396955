import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text in large chunks, no faster than they are consumed. */
export interface LineWriter {
  write(text: string): Promise<void>;
  /** Writes the rest. */
  end(): Promise<void>;
}

const PART = 65_536;

export function createLineWriter(stream: Writable): LineWriter {
  let waiting: string[] = [];
  let length = 0;
  const flush = async () => {
    const part = waiting.join('');
    waiting = [];
    length = 0;
    if (part !== '' && !stream.write(part)) await once(stream, 'drain');
  };
  return {
    async write(text) {
      waiting.push(text);
      length += text.length;
      if (length >= PART) await flush();
    },
    end: flush,
  };
}
