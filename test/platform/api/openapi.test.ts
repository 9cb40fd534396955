import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { call } from '../test-client';
import { testClock } from '../test-clock';
import { isFields, type Fields } from '../rules/field-reader';
import { generateState } from '../generate/generate-state';

/*
 * The stand-in against the platform's own OpenAPI document: version 25.08.0, unchanged, from
 * Accredible's repository accredible/api-documentation.
 */
const DOCUMENT = join(import.meta.dirname, '../accredible-openapi.json');
const document: unknown = JSON.parse(readFileSync(DOCUMENT, 'utf8'));

/** The value at this path, undefined when the path ends before. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isFields(inner) ? inner[key] : undefined), value);
}

/**
 * OpenAPI 3.0 lets `nullable` stand without a type, where it says nothing; the validator does not.
 */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (!isFields(schema)) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== 'nullable' || 'type' in schema);
  return Object.fromEntries(entries.map(([key, value]) => [key, asJsonSchema(value)]));
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);

/** The errors of a body against a documented schema. */
function breaches(schema: unknown, body: unknown): readonly string[] {
  const validate = ajv.compile(asJsonSchema(schema) as Fields);
  return validate(body)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

const JSON_TYPE = 'application/json';
const operation = (path: string, method: string): unknown =>
  at(document, 'paths', path, method.toLowerCase());
const responseSchema = (path: string, method: string): unknown =>
  at(operation(path, method), 'responses', '200', 'content', JSON_TYPE, 'schema');
const requestSchema = (path: string, method: string): unknown =>
  at(operation(path, method), 'requestBody', 'content', JSON_TYPE, 'schema');

/** The example requests of an operation, by name. */
function examples(path: string, method: string): readonly (readonly [string, unknown])[] {
  const content = at(operation(path, method), 'requestBody', 'content', JSON_TYPE);
  const one = at(content, 'example');
  if (one !== undefined) return [['its example', one]];
  const many = at(content, 'examples');
  return isFields(many) ? Object.entries(many).map(([name, example]) => [name, at(example, 'value')]) : [];
}

const state = generateState({ credentials: 60, seed: 3, today: '2026-11-22' });
const fresh = () => createStandIn({ state, rate: 0, ...testClock() });
const withLink = state.credentials.find((credential) => credential.evidence_items[0]?.type === 'url');
const evidence = `/v1/credentials/${withLink?.id ?? 0}/evidence_items`;
const item = `${evidence}/${withLink?.evidence_items[0]?.id ?? 0}`;
const credential = `/v1/credentials/${state.credentials[0]?.id ?? 0}`;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const ITEM = '/v1/credentials/{credential_id}/evidence_items/{evidence_item_id}';

const ENDPOINTS: readonly (readonly [method: Method, documented: string, path: string, body: unknown])[] = [
  [
    'POST',
    '/v2/credentials/search',
    '/v2/credentials/search',
    { query: { 'group.id': '555' }, page: { size: 50 } },
  ],
  ['GET', '/v1/credentials/{id}', credential, undefined],
  ['GET', '/v1/credentials/{id}', `/v1/credentials/${withLink?.id ?? 0}`, undefined],
  [
    'POST',
    '/v1/credentials/{credential_id}/evidence_items',
    evidence,
    { evidence_item: { description: 'A', category: 'url', url: 'https://a.test/' } },
  ],
  ['GET', ITEM, item, undefined],
  ['PUT', ITEM, item, { evidence_item: { description: 'B' } }],
  ['DELETE', ITEM, item, undefined],
  ['POST', '/v1/attribute_keys/search', '/v1/attribute_keys/search', {}],
  ['GET', '/v1/issuer/details', '/v1/issuer/details', undefined],
  ['GET', '/v1/issuer/groups/{group_id}', '/v1/issuer/groups/555', undefined],
  // A page with another behind it: the schema has no null for next_page, and the last page needs
  // one.
  ['POST', '/v1/issuer/groups/search', '/v1/issuer/groups/search', { page_size: 2 }],
];

describe('the OpenAPI document', () => {
  test('is the version that docs/platform.md names', () => {
    expect(at(document, 'info', 'version')).toBe('25.08.0');
  });
  test.each(ENDPOINTS)('%s %s answers as documented: %s', async (method, documented, path, body) => {
    const schema = responseSchema(documented, method);
    expect(schema).toBeDefined();
    const answer = await call(fresh(), method, path, body);
    expect(answer.status).toBe(200);
    expect(breaches(schema, answer.body)).toEqual([]);
  });

  test('PUT /v1/credentials/{id} answers what GET does; its own answer is not documented', async () => {
    const answer = await call(fresh(), 'PUT', credential, { credential: { approve: true } });
    expect(breaches(responseSchema('/v1/credentials/{id}', 'GET'), answer.body)).toEqual([]);
  });

  const WRITES: readonly (readonly [Method, string, string])[] = [
    ['POST', '/v2/credentials/search', '/v2/credentials/search'],
    ['PUT', '/v1/credentials/{id}', credential],
    ['POST', '/v1/credentials/{credential_id}/evidence_items', evidence],
    ['PUT', ITEM, item],
    ['POST', '/v1/attribute_keys/search', '/v1/attribute_keys/search'],
    ['POST', '/v1/issuer/groups/search', '/v1/issuer/groups/search'],
  ];

  test.each(WRITES)('the documented example requests are taken: %s %s', async (method, documented, path) => {
    const requests = examples(documented, method);
    expect(requests.length).toBeGreaterThan(0);
    for (const [, request] of requests) expect((await call(fresh(), method, path, request)).status).toBe(200);
  });

  test.each(WRITES.filter(([method, documented]) => method === 'POST' || documented !== ITEM))(
    'the requests of these tests are as documented: %s %s',
    (method, documented) => {
      const schema = requestSchema(documented, method);
      const sent = ENDPOINTS.filter(([by, to]) => by === method && to === documented).map(
        ([, , , body]) => body,
      );
      for (const body of sent) expect(breaches(schema, body)).toEqual([]);
      expect(schema).toBeDefined();
    },
  );

  test('every field that the document lets a PUT write is written', async () => {
    const standIn = fresh();
    const writable = Object.keys(at(requestSchema('/v1/credentials/{id}', 'PUT'), 'properties') as Fields);
    const sent = {
      id: 'OWN-1',
      group_id: 556,
      name: 'Other name',
      description: 'Other words',
      custom_attributes: { Location: 'York' },
      issued_on: '2026-05-05',
      expired_on: '2029-05-05',
      complete: false,
      allow_supplemental_evidence: false,
      allow_supplemental_references: false,
      evidence_items: [{ description: 'New', category: 'url', url: 'https://a.test/' }],
      references: [{ description: 'Good', relationship: 'managed', referee: { name: 'Ada' } }],
      meta_data: { a: 'b' },
      recipient: {
        name: 'Ada',
        email: 'ada@example.com',
        phone_number: '+14155552671',
        id: 'X',
        meta_data: { c: 'd' },
      },
    };
    const covered = [...Object.keys(sent), ...Object.keys(sent.recipient).map((name) => `recipient.${name}`)];
    expect(writable.filter((name) => !covered.includes(name))).toEqual([]);

    expect((await call(standIn, 'PUT', credential, { credential: sent })).status).toBe(200);
    const { id, evidence_items: items, references, ...plain } = sent;
    expect(standIn.state().credentials[0]).toMatchObject({ ...plain, license_id: id });
    expect(standIn.state().credentials[0]?.evidence_items.at(-1)?.description).toBe(items[0]?.description);
    expect(standIn.state().credentials[0]?.references.at(-1)?.referee.name).toBe(references[0]?.referee.name);
  });
});
