// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run/root.mjs';

/**
 * The texts of the licences of what is shipped: ours, then each dependency of `package.json` by its
 * name. Every one of them is bundled in part at most, and none of a development tool is.
 */
export function licences() {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const parts = [`Update Credentials\n\n${readFileSync(join(ROOT, 'LICENSE'), 'utf8')}`];
  for (const name of Object.keys(dependencies).toSorted()) {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no text of its licence`);
    parts.push(`${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8')}`);
  }
  return parts.map((part) => part.trim()).join(`\n\n${'-'.repeat(72)}\n\n`) + '\n';
}
