import { expect, test } from 'vitest';
import type { Comparison } from '../../../../lib/assign/choice/value-rule';
import { cellOfValue, hasOrder, holds, type Verdict } from '../../../../lib/assign/value-rule/condition';
import type { Cell } from '../../../../lib/sheet/cells/sheet';
import { cellOf, dayCell, type WrittenCell } from '../../../fakes/table';

/*
 * docs/product.md 2.3, value rules: only where a condition holds. What nobody can tell is
 * unreadable, and changes nothing.
 */

const percent = (value: number, text: string): Cell => ({ kind: 'number', text, value, damaged: false });

/** [cell, comparison, value, verdict] */
const CASES: readonly (readonly [WrittenCell, Comparison, string, Verdict])[] = [
  [30, 'at-least', '30', 'holds'],
  [29.99, 'at-least', '30', 'does-not-hold'],
  ['30', 'at-least', '30', 'holds'],
  [' 30.5 ', 'at-least', '30', 'holds'],
  ['30,5', 'at-least', '30', 'holds'],
  ['9', 'at-least', '30', 'does-not-hold'],
  ['100', 'at-least', '30', 'holds'],
  ['-40', 'at-least', '30', 'does-not-hold'],
  ['', 'at-least', '30', 'does-not-hold'],
  ['   ', 'at-least', '0', 'does-not-hold'],
  ['thirty', 'at-least', '30', 'unreadable'],
  ['1,000', 'at-least', '30', 'unreadable'],
  ['30 h', 'at-least', '30', 'unreadable'],
  ['30-40', 'at-least', '30', 'unreadable'],
  [{ kind: 'error', text: '#N/A' }, 'at-least', '30', 'unreadable'],
  [{ kind: 'error', text: '#N/A' }, 'is-not', 'failed', 'unreadable'],
  [{ kind: 'number', text: '1.23E+15', value: 1.23e15, damaged: true }, 'at-least', '30', 'unreadable'],
  [30, 'at-most', '30', 'holds'],
  [31, 'at-most', '30', 'does-not-hold'],
  [percent(0.85, '85%'), 'at-least', '80', 'holds'],
  [percent(0.55, '55%'), 'is', '55', 'holds'],
  [percent(0.85, '85%'), 'at-least', '80%', 'holds'],
  [percent(0.75, '75%'), 'at-least', '80%', 'does-not-hold'],
  ['85 %', 'at-least', '80%', 'holds'],
  [0.85, 'at-least', '80%', 'unreadable'],
  [percent(0.85, '85%'), 'at-least', '0.8', 'unreadable'],
  [85, 'at-least', '80%', 'unreadable'],
  ['passed', 'is', 'passed', 'holds'],
  [' PASSED', 'is', 'passed', 'holds'],
  ['not passed', 'is', 'passed', 'does-not-hold'],
  ['Not  passed', 'is', 'not passed', 'holds'],
  ['', 'is', 'passed', 'does-not-hold'],
  ['failed', 'is-not', 'passed', 'holds'],
  ['Passed', 'is-not', 'passed', 'does-not-hold'],
  ['', 'is-not', 'passed', 'does-not-hold'],
  ['1,000', 'is-not', '1000', 'unreadable'],
  ['1,000', 'is', '1000', 'does-not-hold'],
  [1000, 'is-not', '1,000', 'unreadable'],
  ['1,000', 'is-not', '1,000', 'does-not-hold'],
  ['1000000', 'is-not', '1,000,000', 'unreadable'],
  [dayCell('2026-04-03'), 'is-not', '3/4/2026', 'unreadable'],
  [dayCell('2026-04-03', '3/4/2026'), 'is-not', '3/4/2026', 'does-not-hold'],
  [dayCell('2026-01-31'), 'is-not', '31 Jan 2026', 'unreadable'],
  ['2nd attempt', 'is-not', '1st attempt', 'holds'],
  ['Level 2', 'is-not', 'Level 1', 'holds'],
  ['A-2', 'is-not', 'A-1', 'holds'],
  ['30.0', 'is', '30', 'holds'],
  ['030', 'is', '30', 'holds'],
  [true, 'is', 'yes', 'holds'],
  [true, 'is', 'TRUE', 'holds'],
  [false, 'is', 'yes', 'does-not-hold'],
  [false, 'is-not', 'yes', 'holds'],
  [true, 'at-least', '1', 'holds'],
  ['yes', 'is', 'true', 'does-not-hold'],
  [dayCell('2026-03-04', '3/4/2026'), 'at-least', '2026-03-04', 'holds'],
  [dayCell('2026-03-03'), 'at-least', '2026-03-04', 'does-not-hold'],
  ['2026-03-04T10:00:00Z', 'at-most', '2026-03-04', 'holds'],
  ['3/4/2026', 'at-least', '2026-01-01', 'unreadable'],
  ['2026-03-04', 'at-least', '30', 'unreadable'],
  ['A', 'filled', '', 'holds'],
  ['\u00a0', 'filled', '', 'does-not-hold'],
  ['', 'blank', '', 'holds'],
  [0, 'blank', '', 'does-not-hold'],
  [{ kind: 'error', text: '#REF!' }, 'blank', '', 'unreadable'],
  ['Ame\u0301lie', 'is', 'am\u00e9lie', 'holds'],
];

test.each(CASES)('%j %s %j', (cell, is, than, verdict) => {
  expect(holds({ is, than }, cellOf(cell))).toBe(verdict);
});

test.each([
  [null, 'blank', '', 'holds'],
  [true, 'is', 'yes', 'holds'],
  [false, 'is', 'yes', 'does-not-hold'],
  ['Merit', 'is', 'merit', 'holds'],
  ['2027-01-31', 'at-most', '2027-12-31', 'holds'],
] as const)('the present value %j %s %j', (value, is, than, verdict) => {
  expect(holds({ is, than }, cellOfValue(value))).toBe(verdict);
});

test.each([
  ['30', true],
  ['2027-01-31', true],
  ['85%', true],
  ['1,000', false],
  ['passed', false],
  ['', false],
])('%j can be at least and at most: %s', (than, isSo) => {
  expect(hasOrder(than)).toBe(isSo);
});
