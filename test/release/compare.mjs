// @ts-check
import { join } from 'node:path';
import { runProgram } from '../run/program.mjs';
import { OUTPUT } from '../run/root.mjs';
import { differencesOf, readBuild } from './build-files.mjs';

/*
 * `npm run compare -- FOLDER_OR_ZIP`: builds this commit and compares a copy with it, file by file:
 * an unpacked folder, a package, or the folder in which a browser has installed it. `--firefox` for
 * a copy of Firefox.
 */

const [copy, ...others] = process.argv.slice(2).filter((argument) => argument !== '--firefox');
if (copy === undefined || others.length > 0) {
  process.stderr.write('Say which: npm run compare -- FOLDER_OR_ZIP [--firefox]\n');
  process.exit(2);
}
const isFirefox = process.argv.includes('--firefox');
// Read first: the copy may be the folder that the build replaces.
const files = readBuild(copy);
const { code, output } = await runProgram('wxt', ['build', ...(isFirefox ? ['-b', 'firefox', '--mv3'] : [])]);
if (code !== 0) throw new Error(output);
const different = differencesOf(files, readBuild(join(OUTPUT, isFirefox ? 'firefox-mv3' : 'chrome-mv3')));
process.stdout.write(
  different.length === 0
    ? `${files.size} files, each as this commit builds it.\n`
    : `Not this commit:\n${different.join('\n')}\n`,
);
process.exitCode = different.length === 0 ? 0 : 1;
