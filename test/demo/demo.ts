import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { startStandIn } from '../platform/serve';
import { runProgram } from '../run/parts.mjs';
import { OUTPUT, ROOT } from '../run/root.mjs';
import { lookAround } from './look-around';
import { sampleSheet } from './sample-sheet';
import { wholeJob } from './whole-job';

const FOLDER = join(OUTPUT, 'demo');

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

  console.log('Building the extension');
  const build = await runProgram('wxt', ['build']);
  if (build.code !== 0) throw new Error(`The extension could not be built.\n${build.output}`);

  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const platform = await startStandIn({ generate: 300 });
  try {
    const state = platform.standIn.state();
    const file = join(FOLDER, 'corrections.xlsx');
    const sheet = sampleSheet(state, MAIN_GROUP);
    await writeFile(file, sheet.bytes);
    console.log(
      `The stand-in platform listens at ${platform.url}: ${state.issuer.name}, ${state.credentials.length} credentials in ${state.groups.length} groups`,
    );
    console.log(`Sample sheet: ${relative(ROOT, file)}, ${sheet.rows} rows`);
    const demo = {
      platform,
      group: MAIN_GROUP,
      folder: FOLDER,
      file,
      say: (line: string) => console.log(line),
    };
    await (display ? lookAround(demo) : wholeJob(demo));
  } finally {
    await platform.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
