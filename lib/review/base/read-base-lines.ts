import { itemAt } from '../../element-at';
import { OF_CELL, OF_CREDENTIAL, numberOf } from './digest-signs';
import { MODULUS, VERSION } from './base-lines';
import {
  exportBase,
  type BaseColumn,
  type BaseDigests,
  type BaseOrigin,
  type ExportBase,
} from './export-base';
import { sipHash, type SipKey } from './sip-hash';

const LINE = /^uc-(base|column|part) (\d+) (.*)$/s;

/** Whether a text is a line of a base. */
export function isBaseLine(text: string): boolean {
  return text.startsWith('uc-') && LINE.test(text);
}

/**
 * Reads a base from its lines, in any order. Null when one is missing, was changed, or is of
 * another version.
 */
export function readBaseLines(lines: readonly string[]): ExportBase | null {
  const heads: string[] = [];
  const columnLines = new Map<number, string>();
  const partLines = new Map<number, string>();
  for (const line of lines) {
    const [, kind, number = '', content = ''] = LINE.exec(line.trim()) ?? [];
    if (kind === 'base' && Number(number) === VERSION) heads.push(content);
    else if (kind === 'column') columnLines.set(Number(number), line.trim());
    else if (kind === 'part') partLines.set(Number(number), line.trim());
    else return null;
  }
  const [only, another] = heads;
  const head = only === undefined || another !== undefined ? null : readHead(only);
  if (head === null || columnLines.size !== head.columns || partLines.size !== head.parts) return null;
  const { origin, key } = head;
  const sealed = [head.sealed, ...columnLines.values(), ...partLines.values()];
  const seal = sealed.reduce((sum, line) => (sum + sipHash(key, line)) % MODULUS, 0);
  if (seal.toString(16) !== head.seal) return null;
  const columns = [...columnLines]
    .toSorted(([one], [other]) => one - other)
    .map(([, line]) => columnOf(line));
  return exportBase(
    origin,
    key,
    columns,
    digestsOf([...partLines.values()], origin.isBackup === true ? 2 * columns.length : columns.length),
  );
}

interface Head {
  readonly origin: BaseOrigin;
  readonly key: SipKey;
  readonly columns: number;
  readonly parts: number;
  readonly seal: string;
  /** The text of it that the seal is about. */
  readonly sealed: string;
}

function readHead(content: string): Head | null {
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return null; // a part of it is missing
  }
  if (typeof read !== 'object' || read === null) return null;
  const { environment, groupId, at, key, columns, parts, seal, backup } = read as Readonly<
    Record<string, unknown>
  >;
  const texts = [environment, groupId, at, key, seal];
  if (!texts.every((text) => typeof text === 'string')) return null;
  if (typeof columns !== 'number' || typeof parts !== 'number') return null;
  const numbers = keyOf(String(key));
  if (numbers === null) return null;
  const isBackup = backup === true;
  const from = { environment: String(environment), groupId: String(groupId), at: String(at) };
  const sealed = JSON.stringify({ ...from, key, columns, parts, ...(isBackup && { backup }) });
  const origin = { ...from, ...(isBackup && { isBackup }) };
  return { origin, key: numbers, columns, parts, seal: String(seal), sealed };
}

/** The column of a line that the seal has proved. */
function columnOf(line: string): BaseColumn {
  return JSON.parse(line.slice(line.indexOf('{'))) as BaseColumn;
}

/** Rows of a line at most: places in it are counted up to this. */
const MOST_IN_LINE = 2 ** 20;

/**
 * The digests of these lines, with so many cells in a row. Those of cells stay text until one is
 * asked for: a file of 100,000 credentials has a million, and most rows of a sheet are as they
 * were.
 */
function digestsOf(parts: readonly string[], columns: number): BaseDigests {
  const width = OF_CREDENTIAL + OF_CELL * columns;
  const contents = parts.map((line) => line.slice(line.indexOf(' ', 'uc-part '.length) + 1));
  const rows = new Map<number, number>();
  for (const [part, content] of contents.entries()) {
    const count = Math.min(Math.floor(content.length / width), MOST_IN_LINE);
    for (let row = 0; row < count; row += 1)
      rows.set(numberOf(content, row * width, OF_CREDENTIAL), part * MOST_IN_LINE + row);
  }
  return {
    rows,
    cellAt(row, place) {
      const content = itemAt(contents, Math.floor(row / MOST_IN_LINE));
      return numberOf(content, (row % MOST_IN_LINE) * width + OF_CREDENTIAL + place * OF_CELL, OF_CELL);
    },
  };
}

function keyOf(hex: string): SipKey | null {
  if (!/^[\da-f]{32}$/.test(hex)) return null;
  const part = (at: number) => Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16) | 0;
  return [part(0), part(1), part(2), part(3)];
}
