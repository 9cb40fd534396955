import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exponent, goal, over, type Goal } from '../goals';
import { median, type Measured } from '../measure';
import { REVIEW_VARIANTS } from './review-sheets';

/*
 * The section of `npm run bench` about the review: `npm run bench -- --review [--rows N]
 * [--quick]`.
 */

const PROGRAM = join(import.meta.dirname, 'measure-review.ts');
const WORK = ['naive', 'review', 'edit', 'undo', 'filter', 'search'] as const;

/**
 * Measures each variant at `rows`, and the one that changes most at other sizes; each in a process
 * of its own.
 */
export async function benchReview(rows: number, runs: number, quick: boolean): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const variant of REVIEW_VARIANTS) measured.push(...(await measureReview(variant, rows, runs)));
  for (const size of quick ? [rows / 4] : [rows / 10, rows * 5])
    measured.push(...(await measureReview('all-change', Math.round(size), runs)));
  return measured;
}

async function measureReview(variant: string, rows: number, runs: number): Promise<readonly Measured[]> {
  process.stderr.write(`review, ${variant}, ${rows} rows ...\n`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--max-old-space-size=6000', PROGRAM, variant, String(rows), String(runs)],
    { cwd: join(import.meta.dirname, '../../..') },
  );
  const found = JSON.parse(stdout) as Record<(typeof WORK)[number], number[]> & { peakMB: number };
  return WORK.map((name) => ({
    case: variant,
    rows,
    name,
    ms: median(found[name]),
    peakMB: name === 'search' ? found.peakMB : null,
  }));
}

/**
 * The goals of the review, "How fast": absolute, and against the naive join of the same process.
 */
export function reviewGoals(measured: readonly Measured[], rows: number): readonly Goal[] {
  const ms = (variant: string, name: string) =>
    measured.find((one) => one.case === variant && one.rows === rows && one.name === name)?.ms ?? null;
  const sized = measured.filter(({ case: of, name }) => of === 'all-change' && name === 'review');
  const each = REVIEW_VARIANTS.flatMap((variant): Goal[] => [
    time(`${variant}: match, compare, all rules`, ms(variant, 'review'), 600),
    goal(`${variant}: the same against a naive join`, over(ms(variant, 'review'), ms(variant, 'naive')), 3),
    time(`${variant}: an edit, judged, counted and shown`, ms(variant, 'edit'), 16),
    time(`${variant}: an undo, likewise`, ms(variant, 'undo'), 16),
    time(`${variant}: a filter`, ms(variant, 'filter'), 100),
    time(`${variant}: a search`, ms(variant, 'search'), 100),
  ]);
  return [...each, { ...goal('growth over sizes, all change', exponent(sized), 1.1), unit: 'exponent' }];
}

function time(text: string, actual: number | null, limit: number): Goal {
  return { ...goal(text, actual, limit), unit: 'ms' };
}
