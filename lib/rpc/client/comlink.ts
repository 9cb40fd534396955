import { expose, releaseProxy, transfer, wrap, type Endpoint, type Remote } from 'comlink';
import type { SheetContract } from '../contract/sheet-contract';

// The one file that knows Comlink. What it does not do is made up for in workers/open-sheet.ts: its promises never settle
// when the worker dies, and it drops the fields of custom errors (so nothing custom is thrown over it).

/** The worker's side: offers the contract to whoever spawned it. */
export function exposeSheet(sheet: SheetContract, endpoint: Endpoint): void {
  expose(sheet, endpoint);
}

/** The panel's side: the contract with every method asynchronous. */
export function wrapSheet(endpoint: Endpoint): Remote<SheetContract> {
  return wrap<SheetContract>(endpoint);
}

/** Hands a buffer over instead of copying it; it is empty here afterwards. */
export function transferred(bytes: ArrayBuffer): ArrayBuffer {
  return transfer(bytes, [bytes]);
}

/** Lets go of the worker's object, so that nothing keeps it alive. */
export function releaseSheet(remote: Remote<SheetContract>): void {
  remote[releaseProxy]();
}
