import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ReaderName } from './readers';

/** Result of one reader for one case. `ms` is the median; null where it failed or was stopped. */
export interface Measured {
  readonly case: string;
  readonly rows: number;
  readonly name: string;
  readonly ms: number | null;
  readonly peakMB: number | null;
}

const LONGEST_MS = 600_000;
const PROGRAM = join(import.meta.dirname, 'measure-once.ts');

/** Measures in a process of its own. A reader that runs out of memory or time has no figures. */
export async function measure(
  reader: ReaderName,
  file: string,
  runs: number,
): Promise<Pick<Measured, 'ms' | 'peakMB'>> {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--max-old-space-size=6000', PROGRAM, reader, file, String(runs)],
      { timeout: LONGEST_MS, cwd: join(import.meta.dirname, '../..') },
    );
    const { times, peakMB } = JSON.parse(stdout) as { times: number[]; peakMB: number };
    return { ms: median(times), peakMB };
  } catch (error) {
    // Readers that fail on large files belong into the table.
    console.error(
      `${reader} failed: ${(error instanceof Error ? error.message : String(error)).slice(0, 300)}`,
    );
    return { ms: null, peakMB: null };
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
