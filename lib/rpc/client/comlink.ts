import { expose, releaseProxy, transfer, wrap, type Endpoint, type Remote } from 'comlink';
import type { SheetContract } from '../contract/sheet-contract';

// The one file that knows Comlink. Two of its gaps are closed elsewhere. Its promises never settle
// when the worker dies: workers/open-sheet.ts rejects them. It drops the fields of custom errors:
// nothing custom is thrown over it.

/** Offers the contract to the thread that spawned the worker. */
export function exposeSheet(sheet: SheetContract, endpoint: Endpoint): void {
  expose(sheet, endpoint);
}

/** Gives the panel the contract, with every method asynchronous. */
export function wrapSheet(endpoint: Endpoint): Remote<SheetContract> {
  return wrap<SheetContract>(endpoint);
}

/** Marks a buffer to be moved to the worker instead of copied. It is empty here afterwards. */
export function transferred(bytes: ArrayBuffer): ArrayBuffer {
  return transfer(bytes, [bytes]);
}

/** Releases the worker's object, so that nothing keeps it alive. */
export function releaseSheet(remote: Remote<SheetContract>): void {
  remote[releaseProxy]();
}
