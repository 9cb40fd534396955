import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TEXT_TRANSFORMS } from '../../../../lib/assign/choice/text-transform';
import {
  ruleKindsOf,
  type Condition,
  type ReplaceRule,
  type ValueRule,
} from '../../../../lib/assign/choice/value-rule';
import { applyRule, type RuleBranch } from '../../../../lib/assign/value-rule/apply-rule';
import { ruledText } from '../../../../lib/assign/value-rule/ruled-text';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Day } from '../../../../lib/credential/day';
import type { Value } from '../../../../lib/credential/value';
import { itemAt } from '../../../../lib/element-at';
import { cellOf, type WrittenCell } from '../../../fakes/table';

/* docs/product.md 2.3, value rules. */

const TODAY = '2026-06-15' as Day;
const ATTRIBUTES = attributesOf([
  { name: 'Valid Until', kind: 'date' },
  { name: 'Hours', kind: 'text' },
]);

function attributeOf(id: AttributeId) {
  return itemAt(
    ATTRIBUTES.filter((attribute) => attribute.id === id),
    0,
  );
}

const YEAR: ValueRule = {
  kind: 'extend',
  count: 1,
  unit: 'year',
  from: 'expiry',
  lapsed: 'from-today',
  without: 'keep',
  end: 'day',
  evenIfLong: false,
};
const TITLE: ValueRule = { kind: 'tidy', tidy: 'title' };
const replace = (find: string, by: string, wholeValue = false): ReplaceRule => ({
  kind: 'replace',
  find,
  by,
  wholeValue,
});
const set = (value: string): ValueRule => ({ kind: 'set', value });

/** [attribute, rule, present value, value, branch] */
const CASES: readonly (readonly [AttributeId, ValueRule, Value, Value, RuleBranch])[] = [
  ['expiry-date', YEAR, '2026-12-31', '2027-12-31', 'from-expiry'],
  ['expiry-date', YEAR, null, null, 'kept-without'],
  ['custom:Valid Until', YEAR, '2026-12-31T00:00:00Z', '2027-12-31', 'from-expiry'],
  ['custom:Valid Until', YEAR, '2029-12-31T00:00:00Z', '2029-12-31T00:00:00Z', 'kept-long'],
  ['custom:Valid Until', YEAR, 'for life', 'for life', 'kept-no-day'],
  ['custom:Valid Until', YEAR, '', '', 'kept-without'],
  ['recipient-name', TITLE, 'ADA LOVELACE', 'Ada Lovelace', 'tidied'],
  ['recipient-name', TITLE, 'Ada McDonald', 'Ada McDonald', 'nothing-to-do'],
  ['recipient-name', { kind: 'tidy', tidy: 'trim' }, ' Ada ', 'Ada', 'tidied'],
  ['recipient-name', TITLE, null, null, 'nothing-to-do'],
  ['grade', { kind: 'tidy', tidy: 'trim' }, '  ', null, 'tidied'],
  ['credential-name', { kind: 'tidy', tidy: 'trim' }, '  ', '  ', 'kept-empty'],
  ['credential-name', replace('2025', '2026'), 'Welder 2025', 'Welder 2026', 'replaced'],
  ['credential-name', replace('2025', '2026'), 'Welder', 'Welder', 'nothing-to-do'],
  ['credential-name', replace('2025', '2026', true), 'Welder 2025', 'Welder 2025', 'nothing-to-do'],
  ['grade', replace('Pass', 'Passed', true), 'Pass', 'Passed', 'replaced'],
  ['grade', replace('pass', 'Passed', true), 'Pass', 'Pass', 'nothing-to-do'],
  ['grade', replace('n/a', '', true), 'n/a', null, 'replaced'],
  ['credential-name', replace('Welder', ''), 'Welder', 'Welder', 'kept-empty'],
  ['credential-name', replace('Ltd', 'Ltd.'), 'Acme Ltd', 'Acme Ltd.', 'replaced'],
  ['credential-name', replace('Ltd', 'Ltd.'), 'Acme Ltd.', 'Acme Ltd.', 'nothing-to-do'],
  ['credential-name', replace('Ltd', 'Ltd.'), 'Ltd Ltd. Ltd', 'Ltd. Ltd. Ltd.', 'replaced'],
  ['credential-name', replace('ab', ''), 'x aabb', 'x aabb', 'kept-unstable'],
  ['credential-name', replace('$', '$&'), 'a$b', 'a$&b', 'replaced'],
  ['credential-name', replace('.', '!'), 'a.b', 'a!b', 'replaced'],
  [
    'recipient-email',
    replace('@old.example', '@new.example'),
    'ada@old.example',
    'ada@new.example',
    'replaced',
  ],
  ['published', set('yes'), false, true, 'set'],
  ['published', set('perhaps'), false, false, 'kept-unreadable'],
  ['expiry-date', set('2027-01-31'), '2030-01-01', '2027-01-31', 'set'],
  ['expiry-date', set('31/12/2027'), '2030-01-01', '2030-01-01', 'kept-unreadable'],
  ['custom:Hours', set('40'), null, '40', 'set'],
];

test.each(CASES)('%s %j of %j', (id, rule, present, value, branch) => {
  expect(applyRule({ rule, condition: null }, attributeOf(id), present, null, TODAY)).toEqual({
    value,
    branch,
  });
});

const HOURS: Condition = { of: { kind: 'column', column: 3 }, is: 'at-least', than: '30' };

test.each([
  ['40', '2027-12-31', 'from-expiry'],
  ['12', '2026-12-31', 'condition-not-met'],
  ['', '2026-12-31', 'condition-not-met'],
  ['many', '2026-12-31', 'condition-unreadable'],
] as readonly (readonly [WrittenCell, string, RuleBranch])[])(
  'where the hours are %j',
  (cell, value, branch) => {
    const given = applyRule(
      { rule: YEAR, condition: HOURS },
      attributeOf('expiry-date'),
      '2026-12-31',
      cellOf(cell),
      TODAY,
    );
    expect(given).toEqual({ value, branch });
  },
);

test('a text that is ruled twice is as it was after the first time', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '.', 'ß', 'İ', '-'), maxLength: 12 });
  const rules = fc.oneof(
    fc.record<ReplaceRule>({
      kind: fc.constant('replace'),
      find: fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 }),
      by: fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 4 }),
      wholeValue: fc.boolean(),
    }),
    fc.constantFrom(...TEXT_TRANSFORMS).map((tidy) => ({ kind: 'tidy', tidy }) as const),
  );
  fc.assert(
    fc.property(rules, texts, (rule, text) => {
      const once = ruledText(rule, text).text;
      expect(ruledText(rule, once).text).toBe(once);
    }),
    { numRuns: 5_000, seed: 1 },
  );
});

test.each([
  ['expiry-date', ['extend', 'set']],
  ['issue-date', ['set']],
  ['custom:Valid Until', ['extend', 'set']],
  ['recipient-name', ['tidy', 'replace']],
  ['recipient-email', ['replace']],
  ['grade', ['tidy', 'replace', 'set']],
  ['published', ['set']],
  ['credential-id', []],
  ['group-id', []],
  ['evidence-url-1', []],
  ['evidence-description-1', []],
] as readonly (readonly [AttributeId, readonly string[]])[])('the rules of %s are %j', (id, kinds) => {
  expect(ruleKindsOf(attributeOf(id))).toEqual(kinds);
});
