import { isMet, type Goal } from './goals';
import type { Measured } from './measure';

export function printMeasured(measured: readonly Measured[]): void {
  console.log(
    `\n${'case'.padEnd(18)}${'rows'.padStart(11)}  ${'reader'.padEnd(24)}${'ms'.padStart(9)}${'peak MB'.padStart(10)}`,
  );
  for (const { case: name, rows, name: reader, ms, peakMB } of measured) {
    const time = ms === null ? (peakMB === null ? 'failed' : '') : ms.toFixed(ms < 100 ? 1 : 0);
    const peak = peakMB === null ? '' : peakMB.toFixed(0);
    console.log(
      `${name.padEnd(18)}${rows.toLocaleString('en').padStart(11)}  ${reader.padEnd(24)}${time.padStart(9)}${peak.padStart(10)}`,
    );
  }
}

export function printGoals(goals: readonly Goal[]): void {
  console.log(`\n${'goal'.padEnd(66)}${'is'.padStart(10)}${'goal'.padStart(20)}`);
  for (const goal of goals) {
    const { text, actual, limit, bound, unit } = goal;
    const is =
      actual === null ? '-' : `${actual.toFixed(unit === '×' || unit === 'exponent' ? 2 : 0)} ${unit}`;
    const verdict = actual === null ? 'not measured' : isMet(goal) ? 'met' : 'MISSED';
    console.log(`${text.padEnd(66)}${is.padStart(13)}${`${bound} ${limit}`.padStart(17)}  ${verdict}`);
  }
}
