import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files of a browser's profile that hold one of the marks, in any of the encodings of a browser, as
 * "mark in file". `unpack`: gives what is in a file that the browser has packed.
 */
export async function foundInProfile(
  profile: string,
  marks: readonly string[],
  unpack: (file: Buffer) => Buffer = (file) => file,
): Promise<readonly string[]> {
  const hits: string[] = [];
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A file that the browser is just replacing: the next look finds it under its name.
    const bytes = unpack(await readFile(path).catch(() => Buffer.alloc(0)));
    for (const mark of marks) {
      const wide = Buffer.from(mark, 'utf16le');
      const forms = [Buffer.from(mark), wide, Buffer.from(wide).swap16()];
      if (forms.some((form) => bytes.includes(form))) hits.push(`${mark} in ${path.slice(profile.length)}`);
    }
  }
  return hits;
}
