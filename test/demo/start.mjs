// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser } from '../run/install-browser.mjs';
import { ensurePackages } from '../run/install-packages.mjs';
import { ROOT } from '../run/root.mjs';

/*
 * `npm start`: installs what is missing, then shows the extension on the stand-in platform
 * (demo.ts).
 *   --display, --no-display   open a window or do the job without one, whatever this machine has
 */

/** @param {string} sentence */
const say = (sentence) => void process.stdout.write(`${sentence}\n`);

try {
  await ensurePackages(say);
  say(`Browser: ${await ensureBrowser(say)}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const demo = spawn(process.execPath, [tsx, join(ROOT, 'test/demo/demo.ts'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
// Ctrl+C reaches the demo as well, which closes the browser and ends; this one ends after it.
process.on('SIGINT', () => undefined);
demo.on('exit', (code) => process.exit(code ?? 1));
