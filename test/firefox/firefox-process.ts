import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHostGate, type HostGate } from './host-gate';
import { connectMarionette, type Marionette } from './marionette';

export type Preferences = Readonly<Record<string, string | number | boolean>>;

/** A Firefox that runs, with a profile of its own, and a session of its remote control. */
export interface FirefoxProcess {
  readonly marionette: Marionette;
  readonly gate: HostGate;
  readonly profile: string;
  /** Resolves when the browser is no longer there; never rejects. */
  readonly ended: Promise<void>;
  /** Ends the browser at once, if it runs, and removes its profile. */
  end(): Promise<void>;
}

/** Long enough for a busy machine to start a browser, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Starts `program` with a new profile, and the stand-in behind the platform's hosts. Where it fails
 * neither a process nor a profile stays behind; nor where this process ends before it is told to.
 */
export async function startFirefox(
  program: string,
  platformPort: number,
  preferences: Preferences,
): Promise<FirefoxProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'update-credentials-firefox-'));
  const gate = await openHostGate(platformPort);
  await writeFile(join(profile, 'user.js'), userPreferences({ ...proxyBy(gate.port), ...preferences }));
  const firefox = spawn(
    program,
    ['--headless', '--no-remote', '--marionette', '-remote-allow-system-access', '--profile', profile],
    { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  let end = '';
  const ended = new Promise<void>((resolve) => {
    const note = (how: string) => {
      end = how;
      resolve();
    };
    firefox.once('exit', (code, signal) => note(`It ended with ${code ?? signal}.`));
    firefox.once('error', ({ message }) => note(`It cannot be started: ${message}`));
  });
  const killNow = () => {
    firefox.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once('exit', killNow);
  let marionette: Marionette | null = null;
  const stop = async () => {
    process.off('exit', killNow);
    // Nothing that it would still write is asked for. After `quit` nobody is there any more.
    firefox.kill('SIGKILL');
    await ended;
    marionette?.close(); // none where it could not be reached
    await gate.close();
    // Its other processes end by themselves, and may still write for a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const port = await portOf(profile, () => end);
    marionette = await connectMarionette(port);
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    return { marionette, gate, profile, ended, end: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function proxyBy(gatePort: number): Preferences {
  return {
    // Any free one; Firefox writes it into its profile.
    'marionette.port': 0,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': gatePort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': gatePort,
    'network.proxy.no_proxies_on': '',
  };
}

function userPreferences(preferences: Preferences): string {
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/**
 * The port that Marionette listens to, once it does. `end`: how the browser ended; "" while it
 * runs.
 */
async function portOf(profile: string, end: () => string): Promise<number> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && end() === '') {
    const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => ''); // not yet
    const port = Number(text);
    if (port > 0) return port;
    await pause(100);
  }
  throw new Error(`Firefox offers no remote control. ${end()}`);
}
