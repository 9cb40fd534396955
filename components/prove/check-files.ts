/** A list of files as `sha256sum` writes and reads it, and how the files compare with it. */
export interface FileCheck {
  /** SHA-256 of the list itself; null where there is none. */
  readonly sum: string | null;
  readonly same: number;
  readonly other: readonly string[];
  readonly missing: readonly string[];
}

/** Name of the list in the extension's folder; the build writes it (wxt.config.ts). */
export const LIST = 'files.sha256';

/**
 * Compares this copy's files with the list that the build wrote. `read`: bytes of a file of the
 * extension, by its path in the folder; null where there is none.
 */
export async function checkFiles(read: (path: string) => Promise<ArrayBuffer | null>): Promise<FileCheck> {
  const bytes = await read(LIST);
  const lines = bytes === null ? [] : linesOf(new TextDecoder().decode(bytes));
  if (bytes === null || lines.length === 0) return { sum: null, same: 0, other: [], missing: [] };
  const found = await Promise.all(
    lines.map(async ({ sum, path }) => {
      const file = await read(path);
      return { path, is: file === null ? 'missing' : (await sha256(file)) === sum ? 'same' : 'other' };
    }),
  );
  const pathsOf = (is: string) => found.filter((one) => one.is === is).map(({ path }) => path);
  return {
    sum: await sha256(bytes),
    same: pathsOf('same').length,
    other: pathsOf('other'),
    missing: pathsOf('missing'),
  };
}

/** Lines of the form "64 hex digits, two spaces, path"; any other is ignored. */
function linesOf(list: string): readonly { readonly sum: string; readonly path: string }[] {
  return [...list.matchAll(/^([0-9a-f]{64}) {2}([^\n]+)$/gm)].map(([, sum = '', path = '']) => ({
    sum,
    path,
  }));
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).reduce(
    (text, byte) => text + byte.toString(16).padStart(2, '0'),
    '',
  );
}
