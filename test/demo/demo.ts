import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OUTPUT } from '../run/root.mjs';
import { lookAround } from './look-around';
import { wholeJob } from './whole-job';
import { withDemo } from './with-demo';

/** Whether a window can be shown. */
function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** Whether this is a build server, where nobody looks at a window, whatever its system. */
function isUnattended(): boolean {
  const { CI } = process.env;
  return CI !== undefined && CI !== '' && CI !== 'false';
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { display: { type: 'boolean' } }, allowNegative: true });
  if (values.display === true && !hasDisplay()) {
    throw new Error('There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.');
  }
  const display = values.display ?? (hasDisplay() && !isUnattended());
  await withDemo(join(OUTPUT, 'demo'), (line) => console.log(line), display ? lookAround : wholeJob);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
