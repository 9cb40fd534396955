import type { Environment } from '../../platform/environment';
import { apiOrigin } from '../../platform/hosts';
import { LEAST_OPEN } from '../../run/entry/batch-size';
import type { NotWritten, RehearsedChange } from './rehearsed-change';
import type { RowsInDoubt } from './unknown-ways';

/** Version of the format (docs/rehearsal.md). */
export const REHEARSAL_VERSION = 1;

/** Facts about the update that is rehearsed. */
export interface RehearsalOf {
  readonly environment: Environment;
  readonly account: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Hash of the changes (list-hash.ts). */
  readonly list: string;
  /**
   * Whether an earlier run has seen own ids in this account: then each credential is read by
   * itself.
   */
  readonly hasOwnIds: boolean;
}

/** Counts of a rehearsal. `reads` and `writes` are those that are sent in any case. */
export interface RehearsalCounts {
  readonly changes: number;
  readonly reads: number;
  readonly writes: number;
  /** Requests that are sent in one way of the platform only. */
  readonly perhaps: number;
  readonly notWritten: readonly { readonly why: NotWritten; readonly rows: number }[];
  readonly inDoubt: readonly RowsInDoubt[];
}

/** Counts what a rehearsal has. */
export function countRehearsed(
  changes: readonly RehearsedChange[],
  inDoubt: readonly RowsInDoubt[],
): RehearsalCounts {
  const requests = changes.flatMap((change) => change.requests);
  const sure = requests.filter(({ only }) => only === undefined);
  const whys: readonly NotWritten[] = ['moved-on', 'there-already', 'not-read'];
  return {
    changes: changes.length,
    reads: sure.filter(({ does }) => does === 'read').length,
    writes: sure.filter(({ does }) => does === 'write').length,
    perhaps: requests.length - sure.length,
    notWritten: whys
      .map((why) => ({ why, rows: changes.filter(({ notWritten }) => notWritten === why).length }))
      .filter(({ rows }) => rows > 0),
    inDoubt,
  };
}

/**
 * Writes a rehearsal as JSON lines (docs/rehearsal.md): first what it is of, then a line for each
 * request in the order of the changes. `hash`: gives the SHA-256 of bytes, in hexadecimal. `sha256`
 * is that of the whole file.
 */
export async function rehearsalFile(
  of: RehearsalOf,
  counts: RehearsalCounts,
  changes: readonly RehearsedChange[],
  hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
): Promise<{ readonly bytes: ArrayBuffer; readonly sha256: string }> {
  const origin = apiOrigin(of.environment);
  const lines: string[] = [];
  for (const { row, credential, requests, notWritten } of changes) {
    for (const { does, only, method, path, body } of requests)
      lines.push(lineOf({ row, credential, does, only, method, url: `${origin}${path}`, body }));
    if (notWritten !== undefined) lines.push(lineOf({ row, credential, does: 'nothing', why: notWritten }));
  }
  const said = new TextEncoder().encode(lines.join(''));
  const head = lineOf({
    format: 'update-credentials-rehearsal',
    version: REHEARSAL_VERSION,
    madeAt: new Date(of.madeAt).toISOString(),
    environment: of.environment,
    account: of.account,
    group: of.group,
    file: of.fileName,
    // From so many changes on, up to 40 credentials are read by one search where that is safe.
    readsTogether: changes.length >= LEAST_OPEN && !of.hasOwnIds,
    ...counts,
    changesSha256: of.list,
    requestsSha256: await hash(said),
  });
  const bytes = new TextEncoder().encode(head + lines.join(''));
  return { bytes: bytes.buffer, sha256: await hash(bytes) };
}

/** A line; fields that are undefined are not in it. */
function lineOf(said: object): string {
  return `${JSON.stringify(said)}\n`;
}
