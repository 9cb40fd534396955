import type { Edge } from './import-graph';

/** Rooms that a room may import from, beside itself (docs/architecture.md, One way). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  entrypoints: ['components', 'workers', 'lib'],
  components: ['lib'],
  workers: ['lib'],
  lib: [],
};

/** The rooms of lib: one on the left never imports from one on its right. */
const ORDER_IN_LIB = [
  'credential',
  'sheet',
  'assign',
  'review',
  'platform',
  'secrets',
  'journal',
  'run',
  'report',
  'rpc',
  'session',
];

/**
 * The inner rooms of a room of lib, in the same order: one on the left never imports from one on
 * its right. Files that lie beside the inner rooms come last: they may import from all of these.
 */
const INNER_ORDER: Readonly<Record<string, readonly string[]>> = {
  sheet: [
    'cells',
    'encoding',
    'number-format',
    'text',
    'xls',
    'zip',
    'dates',
    'html',
    'sheetjs',
    'xml',
    'table',
    'xlsx',
  ],
  assign: ['choice', 'damage', 'read', 'value-rule', 'facts', 'edit', 'guess', 'mapping'],
  review: [
    'terms',
    'swaps',
    'similarity',
    'identity',
    'rules',
    'base',
    'group',
    'match',
    'diff',
    'single-row',
    'cross-row',
    'view',
    'corrections',
    'plan',
  ],
  run: ['entry', 'badge', 'afterwards', 'loop', 'public-check'],
  report: ['problem', 'template', 'change-set', 'rehearsal'],
  rpc: ['contract', 'client', 'background'],
  session: ['state', 'assign', 'file', 'review', 'group', 'run', 'checking', 'history', 'report', 'options'],
};

/** Files of lib that all of it may import, and that import nothing of it. */
const LEAVES = ['lib/result.ts', 'lib/assert-never.ts', 'lib/element-at.ts', 'lib/zod.ts'];

/** Files outside of the rooms that are for all. */
const TYPES_OF_MESSAGES = 'public/_locales/en/messages.json';

/** A sentence for each edge that goes the wrong way. */
export function wrongWays(edges: readonly Edge[]): readonly string[] {
  return edges.flatMap((edge) => {
    const why = whyWrong(edge);
    return why === null ? [] : [`${edge.from} imports ${edge.to}: ${why}.`];
  });
}

function whyWrong({ from, to }: Edge): string | null {
  const [room = ''] = from.split('/');
  const [other = ''] = to.split('/');
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return `"${room}" is not a room of docs/architecture.md`;
  // The names of the messages are a type of the views; a style sheet belongs to the program that
  // loads it.
  if (to === TYPES_OF_MESSAGES && room === 'components') return null;
  if (!isProjectPath(to)) return null;
  if (room !== other) return allowed.includes(other) ? null : `${room} may not import from ${other}`;
  return room === 'lib' ? whyWrongInLib(from, to) : null;
}

function whyWrongInLib(from: string, to: string): string | null {
  if (LEAVES.includes(to)) return null;
  if (LEAVES.includes(from)) return 'a file that all may import imports nothing of lib itself';
  const [left, right] = [roomInLib(from), roomInLib(to)];
  const [leftAt, rightAt] = [ORDER_IN_LIB.indexOf(left), ORDER_IN_LIB.indexOf(right)];
  if (leftAt < 0) return `"${left}" is not in the order of lib`;
  if (rightAt < 0) return `"${right}" is not in the order of lib`;
  if (leftAt !== rightAt) return leftAt > rightAt ? null : `lib/${left} stands before lib/${right}`;
  return whyWrongInRoom(left, innerRoom(from), innerRoom(to));
}

/** `null`: a file that lies beside the inner rooms. */
function whyWrongInRoom(room: string, from: string | null, to: string | null): string | null {
  const order = INNER_ORDER[room] ?? []; // a room without inner ones
  for (const inner of [from, to])
    if (inner !== null && !order.includes(inner)) return `"${inner}" is not in the order of lib/${room}`;
  if (from === null || from === to) return null;
  if (to === null) return `lib/${room}/${from} stands before the files of lib/${room} itself`;
  return order.indexOf(from) > order.indexOf(to)
    ? null
    : `lib/${room}/${from} stands before lib/${room}/${to}`;
}

/**
 * The inner room of a file: `match` for `lib/review/match/match-rows.ts`, null for
 * `lib/review/reviewed.ts`.
 */
function innerRoom(path: string): string | null {
  const [, , inner, file] = path.split('/');
  return inner === undefined || file === undefined ? null : inner;
}

/** The room of a file: `review` for `lib/review/match/match-rows.ts`. */
function roomInLib(path: string): string {
  return path.split('/')[1] ?? ''; // a path of lib has two parts at least
}

/** Packages have no ending; a scoped one begins with @. */
function isProjectPath(to: string): boolean {
  return /^(entrypoints|components|workers|lib|public|test)\//.test(to);
}
