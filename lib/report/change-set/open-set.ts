import { failed, ok, type Result } from '../../result';
import type { SetContent, SetFileProblem } from './change-set';
import { listHash } from './list-hash';
import { unpackedText } from './packed-text';
import { contentSchema, headerSchema } from './set-schema';
import { readParts } from './set-file';
import { setKey } from './set-key';

const DAMAGED = failed({ code: 'set-damaged' } as const);

/**
 * Opens a change set, or the answer to one. Fails for another version, for a file of which a byte
 * has changed, and for another passphrase. A seal that holds over a content that contradicts itself
 * counts as damaged too.
 */
export async function openSet(
  file: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<SetContent, SetFileProblem>> {
  const parts = await readParts(file);
  if (parts.kind === 'damaged') return DAMAGED;
  if (parts.kind === 'other-version') return failed({ code: 'set-version', version: parts.version });
  const header = headerSchema.safeParse(jsonOf(parts.header));
  if (!header.success) return DAMAGED;
  const { environment, group, key, seal } = header.data;
  const opened = await unsealed(parts, seal.iv, await setKey(passphrase, key.salt, key.rounds));
  if (opened === null) return failed({ code: 'set-passphrase' });
  const content = contentSchema.safeParse(jsonOf((await unpackedText(opened)) ?? ''));
  if (!content.success) return DAMAGED;
  const { data } = content;
  if (data.environment !== environment || data.group.id !== group) return DAMAGED;
  if (data.kind === 'changes' && (await listHash(data.changes)) !== data.list) return DAMAGED;
  return ok(data);
}

/** Null where the key is another one, or a byte was changed together with the hash of the file. */
async function unsealed(
  { bound, sealed }: { readonly bound: Uint8Array<ArrayBuffer>; readonly sealed: Uint8Array<ArrayBuffer> },
  iv: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, sealed);
    return new Uint8Array(opened);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
