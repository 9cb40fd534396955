import { expect } from 'vitest';
import type { AttributeId } from '../../lib/credential/attribute';
import type { FieldChange } from '../../lib/credential/change';
import type { EvidenceItem } from '../../lib/credential/credential';
import { credentialId } from '../../lib/credential/ids';
import type { Value } from '../../lib/credential/value';
import type { FreshCredential } from '../../lib/platform/wire-credential';
import { writeRequests, type ClearedAs } from '../../lib/platform/write-requests';
import { credentialOf } from './credential';

const ID = credentialId('501');

/** A field in short: the attribute, the wanted value, and the evidence item that it describes. */
export type WrittenField = readonly [attribute: AttributeId, after: Value, evidenceId?: string];

const fieldsOf = (written: readonly WrittenField[]): readonly FieldChange[] =>
  written.map(([attribute, after, evidenceId]) => ({
    attribute,
    before: 'before',
    after,
    ...(evidenceId !== undefined && { evidenceId }),
  }));

const EXAM: EvidenceItem = { id: '5', description: 'Exam', url: 'https://a.test/exam' };
const THESIS: EvidenceItem = { id: '6/7', description: '', url: 'https://a.test/thesis' };
const UPLOAD: EvidenceItem = { id: '8', description: 'Scan', url: null };

/** The credential as it was just read. */
export function freshlyRead(custom: Readonly<Record<string, unknown>> = {}): FreshCredential {
  const detail = { description: null, phone: null, evidence: [EXAM, THESIS, UPLOAD] };
  const map = Object.assign(Object.create(null) as Record<string, unknown>, custom);
  return {
    credential: { ...credentialOf({ id: ID }), detail },
    custom: map,
    hasOwnId: false,
    references: [],
    url: null,
  };
}

export interface WriteGiven {
  readonly write: readonly WrittenField[];
  /** Fields of the change besides those that are written now. */
  readonly beside?: readonly WrittenField[];
  readonly current?: FreshCredential | null;
  readonly clearedAs?: ClearedAs;
}

/** The requests in short: "METHOD path", body, the attributes that they change. */
export function requestsOf({ write, beside = [], current = freshlyRead(), clearedAs = null }: WriteGiven) {
  const fields = fieldsOf(write);
  const all = [...fields, ...fieldsOf(beside)];
  return writeRequests(ID, fields, all, current, clearedAs).map(({ request, fields: changed }) => {
    expect(request.effect).toBe('write');
    const { method, path, body } = request;
    return [`${method} ${path}`, body, changed.map(({ attribute }) => attribute)];
  });
}
