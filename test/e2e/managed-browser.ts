import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POLICY_FOLDER } from '../run/needs.mjs';
import { EXTENSION } from './extension-browser';

/** An extension whose policies a test writes, as the administrator of the computer does. */
export interface ManagedExtension {
  /** Its folder, to be loaded, and the id that it has there. */
  readonly folder: string;
  readonly id: string;
  /** Sets all policies of the extension. The browser reads them within seconds. */
  set(policies: Readonly<Record<string, unknown>>): Promise<void>;
  /** Takes the policies and the folder away. */
  remove(): Promise<void>;
}

/**
 * Copies the production build to a folder of its own, without the key of its manifest: so it has an
 * id of its own, and no browser that runs beside this test gets its policies. All else is as it is.
 */
export async function manageExtension(): Promise<ManagedExtension> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'update-credentials-managed-')));
  await cp(EXTENSION, folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  const { key: _key, ...rest } = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
  await writeFile(manifest, JSON.stringify(rest));
  const id = idOf(folder);
  const file = join(POLICY_FOLDER, `update-credentials-test-${id}.json`);
  return {
    folder,
    id,
    async set(policies) {
      await mkdir(POLICY_FOLDER, { recursive: true });
      await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policies } } }));
    },
    async remove() {
      await rm(file, { force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The id that Chromium gives an unpacked extension: the first half of its path's SHA-256, as a to
 * p.
 */
function idOf(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return digits.replaceAll(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}
