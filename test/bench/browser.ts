import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchWithExtension, openGroup, openPanel } from '../e2e/extension-browser';
import { startStandIn } from '../platform/serve';
import { fileOfCase, isWorkbook, type CaseName } from './cases';
import { browserGoals } from './browser-goals';
import type { Goal } from './goals';
import { median, type Measured } from './measure';

/*
 * Same measurement in Chromium: the worker of the production build (`npm run build` first), called
 * by its own messages from a page of the extension. SheetJS runs in a worker of a page beside it,
 * because in the build our own reader is around it.
 */

const ROOT = join(import.meta.dirname, '../..');

export async function inBrowser(
  cases: readonly CaseName[],
  rows: number,
  runs: number,
): Promise<{ readonly measured: readonly Measured[]; readonly goals: readonly Goal[] }> {
  const platform = await startStandIn({ generate: 20, port: 0, rate: 0 });
  const extension = await launchWithExtension({ platformPort: platform.port });
  const { context } = extension;
  // The script compiler names inner functions by this helper, which a page does not have.
  await context.addInitScript('globalThis.__name = (named) => named;');
  const others = await serveSheetJs();
  const measured: Measured[] = [];
  const take = (name: string, count: number, reader: string, times: readonly number[]) => {
    measured.push({ case: name, rows: count, name: reader, ms: median(times), peakMB: null });
  };
  try {
    const origin = (await extension.background()).url().split('/').slice(0, 3).join('/');
    for (const name of cases) {
      const file = fileOfCase(name, rows);
      process.stderr.write(`${name}, ${rows} rows, in the browser ...\n`);
      take(
        name,
        rows,
        'own',
        await readByWorker(await openedWith(context, `${origin}/panel.html`, file), runs),
      );
      if (!isWorkbook(name)) continue;
      const page = await openedWith(context, `${origin}/panel.html`, file);
      take(name, rows, 'decompression-stream', await inflateByPlatform(page, runs));
      take(
        name,
        rows,
        'sheetjs-lean',
        await readBySheetJs(await openedWith(context, others.address, file), runs),
      );
    }
    for (const count of [1_000, 100_000]) {
      for (const name of ['csv', 'xlsx-shared'] as const) {
        const times = await firstPreview(context, fileOfCase(name, count), runs);
        take(`preview-${name}`, count, 'own', times);
      }
    }
  } finally {
    others.close();
    await extension.close();
    await platform.close();
  }
  return { measured, goals: browserGoals(measured, rows) };
}

/**
 * Page with the file in an input of its own, so that its bytes need not pass through the driver.
 */
async function openedWith(context: BrowserContext, address: string, file: string): Promise<Page> {
  for (const page of context.pages().slice(1)) await page.close();
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'bench';
    document.body.append(input);
  });
  await page.locator('#bench').setInputFiles(file);
  return page;
}

/**
 * Time from handing over the bytes to the answer with the sheets and their rows. Each time in a new
 * worker.
 */
function readByWorker(page: Page, runs: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const file = document.querySelector<HTMLInputElement>('#bench')?.files?.[0];
    if (file === undefined) throw new Error('no file');
    const times: number[] = [];
    for (let run = 0; run < count; run += 1) {
      const bytes = await file.arrayBuffer();
      const worker = new Worker('/closed-worker.js');
      const ask = (path: string, args: readonly unknown[], handed: Transferable[] = []) =>
        new Promise<unknown>((resolve, reject) => {
          const id = `${run}-${path}`;
          worker.addEventListener('error', () => reject(new Error('the worker failed')));
          worker.addEventListener('message', ({ data }: MessageEvent<{ id: string; value: unknown }>) => {
            if (data.id === id) resolve(data.value);
          });
          const argumentList = args.map((value) => ({ type: 'RAW', value }));
          worker.postMessage({ id, type: 'APPLY', path: [path], argumentList }, handed);
        });
      // The script is loaded by then, as in the panel.
      await ask('guess', [[]]);
      const start = performance.now();
      const answer = (await ask('open', [bytes, {}], [bytes])) as { ok: boolean };
      times.push(performance.now() - start);
      worker.terminate();
      if (!answer.ok) throw new Error(JSON.stringify(answer));
    }
    return times;
  }, runs);
}

/**
 * Lower bound: inflating the sheet and its strings with the platform's decompression, by the zip
 * directory.
 */
function inflateByPlatform(page: Page, runs: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const file = document.querySelector<HTMLInputElement>('#bench')?.files?.[0];
    if (file === undefined) throw new Error('no file');
    const bytes = await file.arrayBuffer();
    const view = new DataView(bytes);
    let at = view.getUint32(bytes.byteLength - 22 + 16, true);
    const parts: ArrayBuffer[] = [];
    while (view.getUint32(at, true) === 0x02014b50) {
      const local = view.getUint32(at + 42, true);
      const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      parts.push(bytes.slice(begin, begin + view.getUint32(at + 20, true)));
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    const times: number[] = [];
    for (let run = 0; run < count; run += 1) {
      const start = performance.now();
      for (const part of parts) {
        const reader = new Blob([part])
          .stream()
          .pipeThrough(new DecompressionStream('deflate-raw'))
          .getReader();
        while (!(await reader.read()).done);
      }
      times.push(performance.now() - start);
    }
    return times;
  }, runs);
}

function readBySheetJs(page: Page, runs: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const file = document.querySelector<HTMLInputElement>('#bench')?.files?.[0];
    if (file === undefined) throw new Error('no file');
    const worker = new Worker('/worker.js');
    const times: number[] = [];
    for (let run = 0; run < count; run += 1) {
      const bytes = await file.arrayBuffer();
      times.push(
        await new Promise<number>((resolve, reject) => {
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
          worker.postMessage(bytes, [bytes]);
        }),
      );
    }
    return times;
  }, runs);
}

/**
 * Time from choosing the file in a new panel on the group's page to the first row in the layout: of
 * the preview, or of the columns when the file was read first.
 */
async function firstPreview(context: BrowserContext, file: string, runs: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const page of context.pages().slice(1)) await page.close();
    const page = await context.newPage();
    await openGroup(page, 555);
    const panel = await openPanel(page);
    const input = panel.getByLabel('Spreadsheet file');
    await input.waitFor({ state: 'attached' });
    // A promise made in the panel: its policy forbids compiling a function to wait for.
    const preview = panel.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let chosen = 0;
          document.addEventListener('change', () => (chosen = performance.now()), {
            capture: true,
            once: true,
          });
          const look = () => {
            const row = document.querySelector('.preview tbody tr, select[aria-label^="Attribute for"]');
            if (row !== null && row.getBoundingClientRect().height > 0) resolve(performance.now() - chosen);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    );
    await input.setInputFiles(file);
    times.push(await preview);
  }
  return times;
}

/** Page with a worker that reads by SheetJS, dense and lean, and answers with the time. */
async function serveSheetJs(): Promise<{ readonly address: string; close(): void }> {
  const script = `importScripts('/xlsx.js');
onmessage = ({ data }) => {
  const start = performance.now();
  XLSX.read(new Uint8Array(data), { type: 'array', dense: true, cellText: false, cellHTML: false, cellFormula: false, cellStyles: false });
  postMessage(performance.now() - start);
};`;
  const library = readFileSync(join(ROOT, 'node_modules/sheetjs-ce/dist/xlsx.full.min.js'));
  const server = createServer((request, response) => {
    const isScript = request.url?.endsWith('.js') === true;
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      request.url === '/xlsx.js' ? library : isScript ? script : '<!doctype html><title>SheetJS</title>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}
