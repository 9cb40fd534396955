import type { KeyAttributeId } from '../../credential/attribute';

/**
 * Headers of the keys in our downloads (docs/product.md 3), by language: names of attributes
 * with a mark behind each, "Credential ID (do not change)". The credential's id, which every
 * download has, comes first. A test compares them with the messages; they never change after a
 * release.
 */
const KEYS: readonly { readonly mark: string; readonly names: readonly string[] }[] = [
  {
    mark: '(do not change)',
    names: ['Credential ID', 'Credential UUID / public URL', 'License ID', 'Recipient ID'],
  },
  {
    mark: '(nicht ändern)',
    names: ['Credential-ID', 'Credential-UUID / öffentliche URL', 'Lizenz-ID', 'Empfänger-ID'],
  },
  {
    mark: '(no modificar)',
    names: ['ID de credencial', 'UUID credencial / URL pública', 'ID de licencia', 'ID de destinatario'],
  },
  {
    mark: '(ne pas modifier)',
    names: ['ID du certificat', 'UUID / URL publique', 'ID de licence', 'ID du destinataire'],
  },
  {
    mark: '(لا تغيّره)',
    names: ['معرّف الشهادة', 'UUID الشهادة / عنوان URL العام', 'معرّف الترخيص', 'معرّف المستلم'],
  },
];

/** The headers of the key that every download has, one for each language. */
export const DOWNLOAD_KEY_HEADERS: readonly string[] = KEYS.flatMap(({ mark, names }) =>
  names.slice(0, 1).map((name) => `${name} ${mark}`),
);

/** The attributes of these names. */
const ATTRIBUTES = ['credential-id', 'uuid', 'license-id', 'recipient-id'] as const;

const KEY_OF: ReadonlyMap<string, KeyAttributeId> = new Map(
  KEYS.flatMap(({ mark, names }) =>
    ATTRIBUTES.map((attribute, at) => [`${names[at] ?? ''} ${mark}`, attribute] as const),
  ),
);

/**
 * The key of which a header is in our downloads; null for any other header. With its mark a name is
 * certain that alone may mean something else: "ID de licence (ne pas modifier)".
 */
export function templateKeyOf(header: string): KeyAttributeId | null {
  return KEY_OF.get(header.trim()) ?? null;
}

/** Whether a header is that of a key in our downloads: "License ID (do not change)". */
export function isTemplateKeyHeader(header: string): boolean {
  return templateKeyOf(header) !== null;
}
