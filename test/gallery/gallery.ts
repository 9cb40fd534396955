import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../run/root.mjs';
import { serveSources } from './serve';

/*
 * `npm run gallery`: serves every state of the panel, and opens it where there is a display.
 *   --test             the tests of all states, as in `npm test`
 *   --pictures [PART]  pictures of all states, or of those named with PART (.output/gallery/)
 *   --pictures PART de   the same in one language ("" for all states), with what does not fit
 */

const [option, part = '', language] = process.argv.slice(2);

function runPlaywright(env: NodeJS.ProcessEnv): void {
  const program = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const args = [program, 'test', '--config=test/gallery/playwright.config.ts'];
  const tests = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  tests.on('exit', (code) => process.exit(code ?? 1)); // null: it was ended
}

async function open(): Promise<void> {
  const { address } = await serveSources();
  console.log(`Gallery: ${address} (Ctrl+C ends it)`);
  const hasDisplay = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (process.platform === 'linux' && !hasDisplay) return;
  const [opener, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  // Without a program that opens addresses, the printed one is enough.
  spawn(opener, [...args, address], { stdio: 'ignore' }).on('error', () => undefined);
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start'],
};

if (option === '--test') runPlaywright({});
else if (option === '--pictures')
  runPlaywright({ GALLERY_PICTURES: part, ...(language !== undefined && { GALLERY_LANGUAGE: language }) });
else await open();
