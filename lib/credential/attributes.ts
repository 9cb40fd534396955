import type {
  Attribute,
  AttributeKind,
  BuiltinAttributeId,
  CustomAttributeKey,
  CustomKind,
  EvidenceNumber,
  KeyAttributeId,
} from './attribute';

/** Keys in the order in which a sheet with several is matched (docs/product.md 2.3, "The key"). */
export const KEY_ORDER: readonly KeyAttributeId[] = [
  'credential-id',
  'uuid',
  'license-id',
  'recipient-id',
  'present-email',
  'recipient-email',
];

interface Traits {
  readonly role?: Attribute['role'];
  readonly clearable?: boolean;
  readonly needsDetail?: boolean;
}

function builtin(id: BuiltinAttributeId, label: string, kind: AttributeKind, traits: Traits = {}): Attribute {
  const { role = 'field', clearable = false, needsDetail = false } = traits;
  return { id, label, kind, role, custom: null, clearable, needsDetail };
}

const EVIDENCE_NUMBERS: readonly EvidenceNumber[] = [1, 2, 3];

/**
 * The built-in attributes with their English labels, in the order in which they are offered
 * (docs/product.md 2.3). An issue date and a credential name cannot be cleared: the platform has no
 * credential without them. Evidence is added, or gets another description. A blank cell never
 * removes it.
 */
export const BUILTIN_ATTRIBUTES: readonly Attribute[] = [
  builtin('credential-id', 'Credential ID', 'id', { role: 'key' }),
  builtin('uuid', 'Credential UUID / public URL', 'id', { role: 'key' }),
  builtin('license-id', 'License ID', 'id', { role: 'key' }),
  builtin('recipient-id', 'Recipient ID', 'id', { role: 'key' }),
  builtin('present-email', 'Present Email (to match by)', 'email', { role: 'key' }),
  builtin('recipient-name', 'Recipient Name', 'name'),
  builtin('recipient-email', 'Recipient Email', 'email', { role: 'key-and-field' }),
  builtin('recipient-phone', 'Recipient Phone', 'phone', { clearable: true, needsDetail: true }),
  builtin('issue-date', 'Issue Date', 'day'),
  builtin('expiry-date', 'Expiry Date', 'day', { clearable: true }),
  builtin('grade', 'Grade', 'text', { clearable: true }),
  builtin('credential-name', 'Credential Name', 'text'),
  builtin('description', 'Description', 'text', { clearable: true, needsDetail: true }),
  builtin('published', 'Published', 'flag'),
  builtin('private', 'Private', 'flag'),
  ...EVIDENCE_NUMBERS.map((n) =>
    builtin(`evidence-description-${n}`, `Evidence Description ${n}`, 'text', { needsDetail: true }),
  ),
  ...EVIDENCE_NUMBERS.map((n) =>
    builtin(`evidence-url-${n}`, `Evidence URL ${n}`, 'url', { needsDetail: true }),
  ),
  builtin('group-id', 'Group ID', 'id', { role: 'check' }),
];

const KIND_OF_CUSTOM: Readonly<Record<CustomKind, AttributeKind>> = {
  text: 'text',
  date: 'day',
  email: 'email',
  image: 'image',
};

/**
 * Everything that a column can be assigned to: the built-in attributes, then the account's own in
 * their order.
 */
export function attributesOf(customKeys: readonly CustomAttributeKey[]): readonly Attribute[] {
  const known = made.get(customKeys);
  if (known !== undefined) return known;
  const attributes = [...BUILTIN_ATTRIBUTES, ...customKeys.map(customAttribute)];
  made.set(customKeys, attributes);
  return attributes;
}

/** The same list for the same keys: what is made from a list of thousands is made once. */
const made = new WeakMap<readonly CustomAttributeKey[], readonly Attribute[]>();

function customAttribute(custom: CustomAttributeKey): Attribute {
  return {
    id: `custom:${custom.name}`,
    label: custom.name,
    kind: KIND_OF_CUSTOM[custom.kind],
    role: 'field',
    custom,
    clearable: true,
    needsDetail: false,
  };
}

/** Whether credentials can be found by the attribute. */
export function isKeyAttribute(id: string): id is KeyAttributeId {
  return (KEY_ORDER as readonly string[]).includes(id);
}

/** Whether a key is an e-mail address: the same in any case, and nobody's own id. */
export function isEmailKey(key: KeyAttributeId): key is 'present-email' | 'recipient-email' {
  return key === 'present-email' || key === 'recipient-email';
}

/**
 * Whether credentials can be found by an attribute. Besides the keys these are fields that the
 * search gives for every credential: a name, a text, an e-mail, a day. A flag or a link is the same
 * for many people. A phone or a description is not known before each credential is read by itself.
 */
export function mayBeKey({ id, role, kind, needsDetail }: Attribute): boolean {
  if (isKeyAttribute(id)) return true;
  return role === 'field' && !needsDetail && ['name', 'text', 'email', 'day'].includes(kind);
}
