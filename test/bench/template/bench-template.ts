import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { goal, over, type Goal } from '../goals';
import { median, type Measured } from '../measure';

/*
 * The section of `npm run bench` about a download of the group: `npm run bench -- --template
 * [--rows N] [--quick]`.
 */

const PROGRAM = join(import.meta.dirname, 'measure-template.ts');

/**
 * Measures in a process of its own, and takes the median of the runs. It is CPU time, which another
 * program moves less than the time of a clock, and still by half on a busy machine. `peakMB` of the
 * credentials alone is that before the writing.
 */
export async function benchTemplate(rows: number, runs: number): Promise<readonly Measured[]> {
  process.stderr.write(`download of ${rows} credentials ...\n`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--expose-gc', '--max-old-space-size=6000', PROGRAM, String(rows), String(runs)],
    { cwd: join(import.meta.dirname, '../../..') },
  );
  const found = JSON.parse(stdout) as Record<'write' | 'read' | 'readPlain', number[]> &
    Record<'baseMB' | 'writtenMB', number>;
  const one = (name: string, ms: number | null, peakMB: number | null): Measured => ({
    ...{ case: 'download', rows, name, ms, peakMB },
  });
  return [
    one('credentials alone', null, found.baseMB),
    one('write', median(found.write), found.writtenMB),
    one('read', median(found.read), null),
    one('read without record', median(found.readPlain), null),
  ];
}

/**
 * The goals of a download, "How fast": absolute, and against the same workbook without a record.
 */
export function templateGoals(measured: readonly Measured[]): readonly Goal[] {
  const of = (name: string) => measured.find((one) => one.case === 'download' && one.name === name);
  const [alone, write] = [of('credentials alone')?.peakMB ?? null, of('write')?.peakMB ?? null]; // not measured
  const more = alone === null || write === null ? null : write - alone;
  return [
    { ...goal('a download of the group, written', of('write')?.ms ?? null, 3_000), unit: 'ms' },
    { ...goal('the memory that takes', more, 500), unit: 'MB' },
    goal(
      'read back with its record against without',
      over(of('read')?.ms ?? null, of('read without record')?.ms ?? null), // not measured
      1.25,
    ),
  ];
}
