import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './extension-test';
import { extensionOrigin } from './reset-extension';

/*
 * The lists of test/fixtures/encodings in the browser, whose decoders are not Node's (windows-1252
 * above all), by the sheet worker of the production build.
 */

interface SavedList {
  readonly language: string;
  readonly encoding: string;
  readonly text: string;
  readonly base64: string;
}

const lists = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/encodings/lists.json'), 'utf8'),
) as readonly SavedList[];

/** The fields of each line; in these lists no field holds a delimiter. */
function fieldsOf(text: string): readonly (readonly string[])[] {
  const delimiter = text.includes(';') ? ';' : ',';
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(delimiter).map((field) => field.replace(/^"|"$/g, '')));
}

test(
  'a list in each language is read as it was saved, in each encoding',
  { tag: '@long' },
  async ({ world }) => {
    expect(lists.length).toBeGreaterThan(40);
    const page = await world.browser.context.newPage();
    await page.goto(`${extensionOrigin(await world.browser.background())}/panel.html`);
    for (const { language, encoding, text, base64 } of lists) {
      expect.soft(await previewInWorker(page, base64), `${language}, ${encoding}`).toEqual(fieldsOf(text));
    }
  },
);

/**
 * Gives what Upload would show of the file: opened and chosen by the messages that the panel sends
 * its worker.
 */
function previewInWorker(panel: Page, base64: string): Promise<readonly (readonly string[])[]> {
  return panel.evaluate(async (encoded) => {
    const worker = new Worker('/closed-worker.js');
    let last = 0;
    const ask = (method: string, args: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        last += 1;
        const id = String(last);
        worker.addEventListener('error', () => {
          reject(new Error('the worker failed'));
        });
        worker.addEventListener('message', ({ data }: MessageEvent<{ id: string; value: unknown }>) => {
          if (data.id === id) resolve(data.value);
        });
        const argumentList = args.map((value) => ({ type: 'RAW', value }));
        worker.postMessage({ id, type: 'APPLY', path: [method], argumentList });
      });
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const opened = (await ask('open', [bytes.buffer, {}])) as { ok: boolean };
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    const chosen = (await ask('chooseTable', [0, 1])) as {
      value: { preview: { cells: string[] }[] };
    };
    worker.terminate();
    return chosen.value.preview.map(({ cells }) => cells);
  }, base64);
}
