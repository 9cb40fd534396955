import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listen } from '../platform/serve';
import { runProgram } from '../run/program.mjs';
import { ROOT } from '../run/root.mjs';
import { createTrial } from './trial/create-trial';
import type { Demo } from './whole-job';

/**
 * Builds the extension, starts a stand-in with a sample sheet for its main group, does some work
 * with it, and stops it. `folder` is emptied first, and has the sheet then.
 * @throws Error with what was said when the extension cannot be built.
 */
export async function withDemo(
  folder: string,
  say: (line: string) => void,
  work: (demo: Demo) => Promise<void>,
): Promise<void> {
  say('Building the extension');
  const build = await runProgram('wxt', ['build']);
  if (build.code !== 0) throw new Error(`The extension could not be built.\n${build.output}`);

  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const trial = createTrial();
  const platform = await listen((request, client) => trial.fetch(request, client), 0);
  try {
    const { standIn, group } = trial;
    const state = standIn.state();
    const sheet = trial.sheet();
    if (sheet === null) throw new Error('The first situation has no sheet.');
    const file = join(folder, sheet.name);
    await writeFile(file, sheet.bytes);
    say(
      `The stand-in platform listens at ${platform.url}: ${state.issuer.name}, ${state.credentials.length} credentials in ${state.groups.length} groups`,
    );
    say(`Sample sheet: ${relative(ROOT, file)}`);
    await work({ platform: { port: platform.port, standIn }, group, folder, file, say });
  } finally {
    await platform.close();
  }
}
