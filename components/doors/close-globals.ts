import { CLOSED_GLOBALS, CLOSED_OF_NAVIGATOR } from './closed-names';

/** A page or a worker, as far as names are taken from it. */
export type Realm = typeof globalThis;

/**
 * Takes the ways out from a page or a worker, before any other script runs in it. For good: nothing
 * can define them again. Names that the browser does not have are defined as well.
 */
export function closeGlobals(realm: Realm): void {
  for (const name of CLOSED_GLOBALS) shut(realm, name);
  for (const name of CLOSED_OF_NAVIGATOR) shut(realm.navigator, name);
}

/** Makes `name` undefined in the object and in all that it inherits from, for good. */
export function shut(target: object, name: string): void {
  for (let holder: object | null = target; holder !== null;) {
    const isOwner = holder === target || Object.hasOwn(holder, name);
    if (isOwner)
      Object.defineProperty(holder, name, { value: undefined, writable: false, configurable: false });
    holder = Reflect.getPrototypeOf(holder);
  }
}
