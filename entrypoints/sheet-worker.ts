import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { exposeSheet } from '../lib/rpc/comlink';
import { createSheet, type SheetSurroundings } from '../workers/sheet';

type SheetJs = Awaited<ReturnType<SheetSurroundings['loadSheetJs']>>;

/** What this thread has that the compiler's DOM does not know: `importScripts`, and what `sheetjs.js` leaves behind. */
interface WorkerGlobals {
  importScripts(address: string): void;
  sheetJs?: SheetJs;
}

/** The thread in which the sheet lives. SheetJS is a script of its own, taken only when a file needs it. */
export default defineUnlistedScript(() => {
  const worker = globalThis as unknown as WorkerGlobals;
  const loadSheetJs = (): Promise<SheetJs> => {
    if (worker.sheetJs === undefined) worker.importScripts('/sheetjs.js');
    if (worker.sheetJs === undefined) throw new Error('sheetjs.js did not load');
    return Promise.resolve(worker.sheetJs);
  };
  exposeSheet(createSheet({ loadSheetJs }), globalThis as unknown as Parameters<typeof exposeSheet>[1]);
});
