// @ts-check
import { ensurePackages } from './install-packages.mjs';
import { ensureBrowser, ensureFirefox } from './install-browser.mjs';
import { ALL_PARTS, FIREFOX_PART, LONG_PARTS, QUICK_PARTS } from './parts.mjs';
import { sayLeftOut } from './needs.mjs';
import { runProgram } from './program.mjs';
import { runParts } from './run-parts.mjs';

/*
 * `npm test`: installs what is missing and runs everything. Without Firefox its part is left out.
 * `npm run check` (with --quick): the parts that need no browser.
 * `npm run test:long` (with --long): the tests in the browser that `npm test` leaves out.
 */

const quick = process.argv.includes('--quick');
let parts = quick ? QUICK_PARTS : process.argv.includes('--long') ? LONG_PARTS : ALL_PARTS;

/** @param {string} sentence */
const say = (sentence) => void process.stdout.write(`${sentence}\n`);

try {
  await ensurePackages(say);
  // Writes the types that wxt generates, which several parts read.
  const { code, output } = await runProgram('wxt', ['prepare']);
  if (code !== 0) throw new Error(output);
  if (!quick) say(`Browser: ${await ensureBrowser(say)}`);
  if (parts === LONG_PARTS) sayLeftOut(say);
  if (parts.some(({ name }) => name === FIREFOX_PART)) {
    const firefox = await ensureFirefox(say);
    if (firefox === null) parts = parts.filter(({ name }) => name !== FIREFOX_PART);
    else say(`Firefox: ${firefox}`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // The last line is the same for programs that read it: what could not begin has failed.
  say('\n0 passed, 1 failed');
  process.exit(1);
}

const good = await runParts(parts, {
  write: (text) => void process.stdout.write(text),
  now: Date.now,
});
process.exitCode = good ? 0 : 1;
