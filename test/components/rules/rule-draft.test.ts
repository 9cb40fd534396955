import { expect, test } from 'vitest';
import {
  draftFor,
  draftOf,
  ruleOf,
  type DraftProblem,
  type RuleDraft,
} from '../../../components/rules/rule-draft';
import type { AttributeRule } from '../../../lib/assign/choice/value-rule';
import type { AttributeId } from '../../../lib/credential/attribute';
import { attributesOf } from '../../../lib/credential/attributes';
import { itemAt } from '../../../lib/element-at';

/*
 * The form of a value rule (docs/product.md 2.3): what is written becomes a rule, or says what it
 * lacks.
 */

const ATTRIBUTES = attributesOf([{ name: 'Hours', kind: 'text' }]);
const of = (id: AttributeId) =>
  itemAt(
    ATTRIBUTES.filter((one) => one.id === id),
    0,
  );
const ON_HOURS = { of: { kind: 'attribute', id: 'custom:Hours' } } as const;

test.each<[AttributeId, Partial<RuleDraft>, DraftProblem]>([
  ['expiry-date', { count: '' }, 'count'],
  ['expiry-date', { count: '0' }, 'count'],
  ['expiry-date', { count: '1.5' }, 'count'],
  ['expiry-date', { count: '101' }, 'count'],
  ['expiry-date', { count: 'two' }, 'count'],
  ['expiry-date', { kind: 'set', value: '' }, 'value'],
  ['expiry-date', { kind: 'set', value: '1/2/2027' }, 'value'],
  ['grade', { kind: 'replace' }, 'find'],
  ['grade', { kind: 'set', value: ' ' }, 'value'],
  ['expiry-date', { ...ON_HOURS, is: 'at-least', than: '' }, 'than'],
  ['expiry-date', { ...ON_HOURS, is: 'at-least', than: 'many' }, 'order'],
  ['expiry-date', { ...ON_HOURS, is: 'at-most', than: '1,000' }, 'order'],
  ['expiry-date', { ...ON_HOURS, is: 'is', than: '  ' }, 'than'],
])('%s with %j lacks its %s', (id, part, problem) => {
  expect(ruleOf({ ...draftFor(of(id)), ...part }, of(id))).toBe(problem);
});

test.each<[AttributeId, Partial<RuleDraft>, object]>([
  ['expiry-date', { count: '18', unit: 'month' }, { rule: { kind: 'extend', count: 18, unit: 'month' } }],
  ['expiry-date', { from: 'today', evenIfLong: true }, { rule: { from: 'today', evenIfLong: false } }],
  ['expiry-date', { kind: 'set', value: '2027-01-31' }, { rule: { kind: 'set', value: '2027-01-31' } }],
  ['recipient-name', {}, { rule: { kind: 'tidy', tidy: 'title' }, condition: null }],
  ['published', {}, { rule: { kind: 'set', value: 'yes' } }],
  [
    'expiry-date',
    { ...ON_HOURS, is: 'at-least', than: ' 30 ' },
    { condition: { is: 'at-least', than: '30' } },
  ],
  ['expiry-date', { ...ON_HOURS, is: 'filled', than: 'x' }, { condition: { is: 'filled', than: '' } }],
])('%s with %j is a rule', (id, part, rule) => {
  expect(ruleOf({ ...draftFor(of(id)), ...part }, of(id))).toMatchObject({ attribute: id, ...rule });
});

test('a rule that is changed is written as it was', () => {
  const rule: AttributeRule = {
    attribute: 'grade',
    rule: { kind: 'replace', find: 'a', by: 'b', wholeValue: true },
    condition: { ...ON_HOURS, is: 'is-not', than: 'x' },
  };
  expect(ruleOf(draftOf(rule), of('grade'))).toEqual(rule);
});

test('another attribute keeps what it can have', () => {
  const draft = { ...draftFor(of('expiry-date')), count: '3', value: 'maybe' };
  expect(draftFor(of('custom:Hours'), draft)).toMatchObject({ kind: 'tidy', count: '3' });
  expect(draftFor(of('published'), draft)).toMatchObject({ kind: 'set', value: 'yes' });
});
