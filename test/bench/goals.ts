import type { Measured } from './measure';

/**
 * Goal of docs/architecture.md, Budgets, with its result. `actual` is null when it was not
 * measured.
 */
export interface Goal {
  readonly text: string;
  readonly actual: number | null;
  readonly limit: number;
  /** Tells whether the limit is an upper or a lower one. */
  readonly bound: 'at most' | 'at least';
  readonly unit: '×' | 'ms' | 'MB' | 'KB' | 'exponent';
}

export function isMet({ actual, limit, bound }: Goal): boolean {
  return actual !== null && (bound === 'at most' ? actual <= limit : actual >= limit);
}

/** Goals in Node. Ratios are between medians of this run. */
export function nodeGoals(measured: readonly Measured[], rows: number, fullRows: number): readonly Goal[] {
  const find = (name: string, reader: string, count = rows) =>
    measured.find((one) => one.case === name && one.name === reader && one.rows === count);
  const times = (name: string, reader: string, count = rows) => find(name, reader, count)?.ms ?? null;
  const workbooks = ['xlsx-shared', 'xlsx-inline'].flatMap((name): Goal[] => [
    goal(`${name}: own against inflating alone`, over(times(name, 'own'), times(name, 'inflate')), 1.8),
    least(`${name}: SheetJS lean against own`, over(times(name, 'sheetjs-lean'), times(name, 'own')), 8),
    least(
      `${name}: read-excel-file against own`,
      over(times(name, 'read-excel-file'), times(name, 'own')),
      4,
    ),
    goal(
      `${name}: peak memory against SheetJS lean`,
      over(find(name, 'own')?.peakMB ?? null, find(name, 'sheetjs-lean')?.peakMB ?? null),
      0.5,
    ),
  ]);
  const texts = ['csv', 'csv-crlf', 'csv-quoted', 'csv-utf16', 'csv-windows1252'].flatMap((name): Goal[] => [
    goal(`${name}: own against Papa Parse`, over(times(name, 'own'), times(name, 'papaparse')), 1.2),
    goal(
      `${name}: own and every cell against Papa Parse`,
      over(times(name, 'own-all-cells'), times(name, 'papaparse')),
      1.2,
    ),
  ]);
  const full: Goal[] = [
    goal(
      `a full sheet of ${fullRows.toLocaleString('en')} rows against ${rows.toLocaleString('en')}`,
      over(times('xlsx-shared', 'own', fullRows), times('xlsx-shared', 'own')),
      11,
    ),
    { ...goal('its peak memory', find('xlsx-shared', 'own', fullRows)?.peakMB ?? null, 1000), unit: 'MB' },
  ];
  const growth = ['xlsx-shared', 'csv'].map((name): Goal => {
    const points = measured.filter((one) => one.case === name && one.name === 'own' && one.ms !== null);
    const text = `${name}: growth over ${points.map((one) => one.rows.toLocaleString('en')).join(', ')} rows`;
    return { ...goal(text, exponent(points), 1.1), unit: 'exponent' };
  });
  return [...workbooks, ...texts, ...full, ...growth];
}

export function goal(text: string, actual: number | null, limit: number): Goal {
  return { text, actual, limit, bound: 'at most', unit: '×' };
}

export function least(text: string, actual: number | null, limit: number): Goal {
  return { text, actual, limit, bound: 'at least', unit: '×' };
}

export function over(one: number | null, other: number | null): number | null {
  return one === null || other === null || other === 0 ? null : one / other;
}

/** Slope of time over rows on logarithmic axes (least squares); null with fewer than two sizes. */
export function exponent(points: readonly Measured[]): number | null {
  if (points.length < 2) return null;
  const xs = points.map((one) => Math.log(one.rows));
  const ys = points.map((one) => Math.log(one.ms ?? 1));
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const rise = xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? meanY) - meanY), 0);
  const run = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  return run === 0 ? null : rise / run;
}
