import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { exposeSheet } from '../lib/rpc/comlink';
import { createSheet, type SheetSurroundings } from '../workers/sheet';

/** What the scripts that are loaded late leave behind in this thread, by their names. */
interface LateScripts {
  readonly sheetJs?: Awaited<ReturnType<SheetSurroundings['loadSheetJs']>>;
  readonly rareTextParts?: Awaited<ReturnType<SheetSurroundings['loadRareText']>>;
}

/** This thread with what the compiler's DOM does not know of it. */
interface WorkerGlobals extends LateScripts {
  importScripts(address: string): void;
}

/** The thread in which the sheet lives. SheetJS and the like are scripts of their own, taken only when a file needs them. */
export default defineUnlistedScript(() => {
  const worker = globalThis as unknown as WorkerGlobals;
  const load = <K extends keyof LateScripts>(
    name: K,
    script: string,
  ): Promise<NonNullable<LateScripts[K]>> => {
    if (worker[name] === undefined) worker.importScripts(script);
    const loaded = worker[name];
    if (loaded === undefined) throw new Error(`${script} did not load`);
    return Promise.resolve(loaded);
  };
  const sheet = createSheet({
    loadSheetJs: () => load('sheetJs', '/sheetjs.js'),
    loadRareText: () => load('rareTextParts', '/rare-text.js'),
  });
  exposeSheet(sheet, globalThis as unknown as Parameters<typeof exposeSheet>[1]);
});
