import type { Edge } from './import-graph';

/**
 * The one file that may import a package: who changes the package changes one file
 * (docs/architecture.md, One way).
 */
const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^sheetjs-ce(\/|$)/, 'lib/sheet/sheetjs/sheetjs.ts'],
  [/^idb(\/|$)/, 'lib/journal/journal-database.ts'],
  [/^zod(\/|$)/, 'lib/zod.ts'],
  [/^comlink(\/|$)/, 'lib/rpc/client/comlink.ts'],
  [/^@tanstack\/virtual-core(\/|$)/, 'components/grid/use-virtual-rows.ts'],
];

/** Packages that belong to rooms as a whole. */
const ROOMS_OF: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^wxt(\/|$)/, ['entrypoints']],
  [/^preact(\/|$)/, ['components', 'entrypoints']],
  [/^@preact\/signals$/, ['components', 'entrypoints']],
  [/^@preact\/signals-core$/, ['lib']],
];

/**
 * A sentence for each import of a package by a file that does not own it, and for each package that
 * nobody owns.
 */
export function wrongOwners(edges: readonly Edge[]): readonly string[] {
  return edges.flatMap(({ from, to }) => {
    if (/^(entrypoints|components|workers|lib|public|test)\//.test(to)) return [];
    const owner = OWNERS.find(([name]) => name.test(to))?.[1];
    if (owner !== undefined) {
      return from === owner ? [] : [`${from} imports ${to}: only ${owner} may.`];
    }
    const rooms = ROOMS_OF.find(([name]) => name.test(to))?.[1];
    if (rooms === undefined) return [`${from} imports ${to}: no file is named as its owner.`];
    const [room = ''] = from.split('/');
    return rooms.includes(room) ? [] : [`${from} imports ${to}: only ${rooms.join(' and ')} may.`];
  });
}
