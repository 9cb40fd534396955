import { CLOSED_OF_EXTENSION, OPEN_OF_TABS } from './closed-names';
import { shut } from './close-globals';

/**
 * Closes the ways out that the extension's API gives to its pages: addresses in tabs and windows,
 * other extensions and programs, and storage that is synchronised. A page of ours asks the
 * background for all that it needs.
 */
export function closeExtension(api: object): void {
  for (const [room, names] of Object.entries(CLOSED_OF_EXTENSION)) {
    const members = roomOf(api, room);
    if (members !== null) for (const name of names) shut(members, name);
  }
  for (const room of ['tabs', 'windows']) {
    const members = roomOf(api, room);
    const names = members === null ? [] : Object.keys(members);
    const closed = names.filter((name) => room === 'windows' || !OPEN_OF_TABS.has(name));
    if (members !== null) for (const name of closed) shut(members, name);
  }
}

/** A room of the API; null where this browser, or our permissions, have none. */
function roomOf(api: object, room: string): object | null {
  const members: unknown = Reflect.get(api, room);
  return typeof members === 'object' ? members : null;
}
