import { expect, test } from 'vitest';
import type { AttributeRule, Condition, ExtendRule } from '../../../../lib/assign/choice/value-rule';
import { readMappingFile, writeMappingFile } from '../../../../lib/assign/mapping/mapping-file';
import type { SavedMapping } from '../../../../lib/assign/mapping/saved-mapping';
import {
  readSavedRule,
  restoreRules,
  toSavedRules,
  type SavedRule,
} from '../../../../lib/assign/mapping/saved-rules';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Day } from '../../../../lib/credential/day';
import { ok } from '../../../../lib/result';
import { savedMappingSchema } from '../../../../lib/rpc/contract/saved-mapping-schema';

/* docs/product.md 2.3: rules are remembered, exported and imported like assignments. */

const ATTRIBUTES = attributesOf([{ name: 'Hours', kind: 'text' }]);
const EXTEND: ExtendRule = {
  kind: 'extend',
  count: 2,
  unit: 'year',
  from: 'expiry',
  lapsed: 'from-today',
  without: 'keep',
  end: 'year',
  evenIfLong: false,
};
const ON_HOURS: Condition = { of: { kind: 'column', column: 3 }, is: 'at-least', than: '30' };
const RENEW: AttributeRule = { attribute: 'expiry-date', rule: EXTEND, condition: ON_HOURS };
const PRINT = '0123456789abcdef0123456789abcdef';

const SAVED: readonly SavedRule[] = [
  { attribute: 'expiry-date', rule: EXTEND, condition: { ...ON_HOURS, of: { kind: 'column', name: PRINT } } },
  { attribute: 'recipient-name', rule: { kind: 'tidy', tidy: 'title' }, condition: null },
  {
    attribute: 'grade',
    rule: { kind: 'replace', find: 'Pass', by: 'Passed', wholeValue: true },
    condition: { of: { kind: 'attribute', id: 'published' }, is: 'is', than: 'yes' },
  },
  { attribute: 'custom:Hours', rule: { kind: 'set', value: '40' }, condition: null },
];

test('a rule is saved with the name of its column, and restored where that stands now', () => {
  const saved = toSavedRules([RENEW], new Map([[3, PRINT]]));
  expect(saved).toEqual([SAVED[0]]);
  expect(restoreRules(saved, new Map([[7, PRINT]]), ATTRIBUTES)).toEqual([
    { ...RENEW, condition: { ...ON_HOURS, of: { kind: 'column', column: 7 } } },
  ]);
});

test('a rule is never restored without its condition', () => {
  const saved = toSavedRules([RENEW], new Map([[3, PRINT]]));
  expect(restoreRules(saved, new Map(), ATTRIBUTES)).toEqual([]);
  expect(toSavedRules([RENEW], new Map())).toEqual([]);
});

test.each<[string, SavedRule]>([
  ['an attribute that the account has lost', { ...SAVED[3]!, attribute: 'custom:Ward' }],
  ['one name for all', { attribute: 'recipient-name', rule: { kind: 'set', value: 'Ada' }, condition: null }],
  ['an id', { attribute: 'credential-id', rule: { kind: 'set', value: '1' }, condition: null }],
  ['an issue date that is extended', { attribute: 'issue-date', rule: EXTEND, condition: null }],
  [
    'a condition on what only a whole credential tells',
    { ...SAVED[2]!, condition: { of: { kind: 'attribute', id: 'description' }, is: 'filled', than: '' } },
  ],
])('%s is not restored', (_, rule) => {
  expect(restoreRules([rule], new Map(), ATTRIBUTES)).toEqual([]);
});

test.each(SAVED)('is read as it was written: $attribute', (rule) => {
  expect(readSavedRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
});

const extend = (part: object) => ({ ...SAVED[0], rule: { ...EXTEND, ...part } });
const condition = (part: object) => ({ ...SAVED[0], condition: { ...SAVED[0]?.condition, ...part } });

test.each<[string, unknown]>([
  ['nothing', null],
  ['a list', []],
  ['no attribute', { rule: EXTEND, condition: null }],
  ['no rule', { attribute: 'grade', condition: null }],
  ['no condition at all', { attribute: 'expiry-date', rule: EXTEND }],
  ['another kind', { ...SAVED[1], rule: { kind: 'shorten' } }],
  ['0 years', extend({ count: 0 })],
  ['half a year', extend({ count: 0.5 })],
  ['101 years', extend({ count: 101 })],
  ['weeks', extend({ unit: 'week' })],
  ['years by a text', extend({ count: '2' })],
  ['another end', extend({ end: 'week' })],
  ['evenIfLong by a text', extend({ evenIfLong: 'no' })],
  ['nothing to find', { ...SAVED[2], rule: { kind: 'replace', find: '', by: 'x', wholeValue: false } }],
  ['another transform', { ...SAVED[1], rule: { kind: 'tidy', tidy: 'reverse' } }],
  ['a value that is no text', { ...SAVED[3], rule: { kind: 'set', value: 40 } }],
  ['another comparison', condition({ is: 'like' })],
  ['a condition of nothing', condition({ of: null })],
  ['a condition of a number', condition({ of: { kind: 'column', name: 3 } })],
])('%s is no rule', (_, raw) => {
  expect(readSavedRule(raw)).toBeNull();
});

const MAPPING: SavedMapping = { day: '2026-03-03' as Day, key: null, joins: [], columns: [], rules: SAVED };

test('a file of a mapping has its rules', async () => {
  expect(await readMappingFile(new Blob([writeMappingFile(MAPPING)]))).toEqual(ok(MAPPING));
});

test('a file with one rule that is none is refused as a whole', async () => {
  const raw = JSON.parse(writeMappingFile(MAPPING)) as Record<string, unknown>;
  const file = { ...raw, rules: [SAVED[1], { ...SAVED[1], rule: { kind: 'tidy', tidy: 'reverse' } }] };
  const read = await readMappingFile(new Blob([JSON.stringify(file)]));
  expect(read).toEqual({ ok: false, problem: { code: 'not-an-assignment-file' } });
});

test('what is stored has fingerprints of headers, and nothing besides the rule', () => {
  expect(savedMappingSchema.parse(MAPPING)).toEqual(MAPPING);
  const more = { ...MAPPING, rules: [{ ...SAVED[1], seen: 'Ada' }] };
  expect(savedMappingSchema.parse(more)).toEqual({ ...MAPPING, rules: [SAVED[1]] });
  const header = { ...SAVED[0]!, condition: { ...ON_HOURS, of: { kind: 'column', name: 'Hours' } } };
  expect(savedMappingSchema.safeParse({ ...MAPPING, rules: [header] }).success).toBe(false);
  expect(savedMappingSchema.safeParse({ ...MAPPING, rules: [{ ...SAVED[1], attribute: 'x' }] }).success).toBe(
    false,
  );
});
