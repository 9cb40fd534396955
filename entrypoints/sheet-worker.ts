import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { exposeSheet } from '../lib/rpc/client/comlink';
import { createSheet, type SheetDeps } from '../workers/sheet';

/** Globals that late scripts leave behind in this thread, by their names. */
interface LateScripts {
  readonly sheetJs?: Awaited<ReturnType<SheetDeps['loadSheetJs']>>;
  readonly lazyTextParts?: Awaited<ReturnType<SheetDeps['loadLazyText']>>;
  readonly reviewParts?: ReturnType<SheetDeps['loadReview']>;
}

/** This thread with what the compiler's DOM does not know of it. */
interface WorkerGlobals extends LateScripts {
  importScripts(address: string): void;
}

/**
 * The thread in which the sheet lives. SheetJS, the review and the like are scripts of their own,
 * taken when needed.
 */
export default defineUnlistedScript(() => {
  const worker = globalThis as unknown as WorkerGlobals;
  const load = <K extends keyof LateScripts>(name: K, script: string): NonNullable<LateScripts[K]> => {
    if (worker[name] === undefined) worker.importScripts(script);
    const loaded = worker[name];
    if (loaded === undefined) throw new Error(`${script} did not load`);
    return loaded;
  };
  const sheet = createSheet({
    loadSheetJs: () => new Promise((resolve) => resolve(load('sheetJs', '/sheetjs.js'))),
    loadLazyText: () => new Promise((resolve) => resolve(load('lazyTextParts', '/lazy-text.js'))),
    loadReview: () => load('reviewParts', '/review.js'),
  });
  exposeSheet(sheet, globalThis as unknown as Parameters<typeof exposeSheet>[1]);
});
