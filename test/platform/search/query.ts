import { badSearch, type Refusal } from '../api/errors';
import { readDay } from '../rules/days';
import { hasLicenseInV2 } from '../rules/own-ids';
import { isFields } from '../rules/field-reader';
import type { Credential } from '../state/schema';
import type { Switches } from '../switches';
import { CONTAINED_FIELDS, SEARCH_FIELDS, type Operator, type SearchField } from './fields';

type Test = (credential: Credential) => boolean;
type Read<T> = { readonly kind: 'read'; readonly value: T } | Refusal;

const read = <T>(value: T): Read<T> => ({ kind: 'read', value });

/** One value as the field compares it. */
function readValue(name: string, field: SearchField, value: unknown): Read<string> {
  if (field.kind === 'flag') {
    return value === true || value === false ? read(String(value)) : badSearch(`${name} must be a boolean`);
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    return badSearch(`Value of ${name} is not supported`);
  }
  if (field.kind === 'text') return read(String(value));
  const day = readDay(String(value));
  return day === null ? badSearch(`${name} must be a date in the format YYYY-MM-DD`) : read(day);
}

function readValues(name: string, field: SearchField, value: unknown): Read<readonly string[]> {
  if (!Array.isArray(value)) return badSearch(`${name}[in] must be an array`);
  const values: string[] = [];
  for (const item of value) {
    const result = readValue(name, field, item);
    if (result.kind === 'refusal') return result;
    values.push(result.value);
  }
  return read(values);
}

/** Days and texts compare as strings: YYYY-MM-DD sorts by time. */
const COMPARE: Readonly<Record<Exclude<Operator, 'in'>, (actual: string, wanted: string) => boolean>> = {
  eq: (actual, wanted) => actual === wanted,
  lt: (actual, wanted) => actual < wanted,
  lte: (actual, wanted) => actual <= wanted,
  gt: (actual, wanted) => actual > wanted,
  gte: (actual, wanted) => actual >= wanted,
};

function fieldTest(
  name: string,
  field: SearchField,
  operator: Operator,
  value: unknown,
  fold: (text: string) => string,
): Read<Test> {
  if (operator === 'in') {
    const values = readValues(name, field, value);
    if (values.kind === 'refusal') return values;
    const wanted = new Set(values.value.map(fold));
    return read((credential) => {
      const actual = field.of(credential);
      return actual !== null && wanted.has(actual);
    });
  }
  const single = readValue(name, field, value);
  if (single.kind === 'refusal') return single;
  const wanted = fold(single.value);
  return read((credential) => {
    const actual = field.of(credential);
    return actual !== null && COMPARE[operator](actual, wanted);
  });
}

function containsTest(
  name: string,
  of: (credential: Credential) => Readonly<Record<string, unknown>>,
  value: unknown,
): Read<Test> {
  if (!isFields(value)) return badSearch(`${name} must be an object`);
  const wanted = Object.entries(value).map(([key, item]) => [key, String(item)] as const);
  return read((credential) => {
    const actual = of(credential);
    return wanted.every(([key, item]) => Object.hasOwn(actual, key) && String(actual[key]) === item);
  });
}

function isOperator(field: SearchField, operator: string): operator is Operator {
  return (field.operators as readonly string[]).includes(operator);
}

function testOf(key: string, value: unknown, switches: Switches): Read<Test> {
  const contained = CONTAINED_FIELDS.get(key);
  if (contained !== undefined) return containsTest(key, contained, value);
  const [, name = key, operator = 'eq'] = /^([^[\]]+)(?:\[(\w+)\])?$/.exec(key) ?? [];
  const field = SEARCH_FIELDS.get(name);
  if (field === undefined) return badSearch(`Query field ${name} is not supported`);
  if (!isOperator(field, operator)) return badSearch(`Operation ${operator} is not supported for ${name}`);
  if (name === 'license_id' && !hasLicenseInV2(switches)) return read(() => false);
  const anyCase = name === 'recipient_email' && switches['email-search'] === 'any-case';
  return fieldTest(name, field, operator, value, anyCase ? (text) => text.toLowerCase() : (text) => text);
}

/**
 * Reads the `query` of POST /v2/credentials/search: flat dotted keys, each with an operator in
 * brackets, eq when there is none; all have to hold (docs/platform.md, Read a group (D)). An
 * unknown key, operator or value is refused with 400.
 */
export function readQuery(
  query: unknown,
  switches: Switches,
): { readonly kind: 'query'; readonly matches: Test } | Refusal {
  if (!isFields(query)) return badSearch('Query is missing');
  const tests: Test[] = [];
  for (const [key, value] of Object.entries(query)) {
    const test = testOf(key, value, switches);
    if (test.kind === 'refusal') return test;
    tests.push(test.value);
  }
  return { kind: 'query', matches: (credential) => tests.every((test) => test(credential)) };
}
