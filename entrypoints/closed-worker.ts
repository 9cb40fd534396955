import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { closeGlobals, shut } from '../components/doors/close-globals';
import { CLOSED_IN_WORKER } from '../components/doors/closed-names';

/** This thread with what the compiler's DOM does not know of it. */
interface WorkerGlobals {
  importScripts(address: string): void;
}

/** Begins the sheet worker: closes the ways out, then takes its script, which cannot open them. */
export default defineUnlistedScript(() => {
  closeGlobals(globalThis);
  // `Worker`: a thread of its own would have all of them again.
  for (const name of CLOSED_IN_WORKER) shut(globalThis, name);
  (globalThis as unknown as WorkerGlobals).importScripts('/sheet-worker.js');
});
