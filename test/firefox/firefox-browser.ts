import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readBuild } from '../release/build-files.mjs';
import { findFirefox } from '../run/find-browser.mjs';
import { startFirefox, type Preferences } from './firefox-process';
import type { HostGate } from './host-gate';
import type { Marionette } from './marionette';

/** The production build for Firefox, unmodified. */
const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const ID = 'update-credentials@extensions.local';
/** Chosen here, where Firefox would draw one by chance, so that the tests know its pages. */
const HOST = '5f8a2c1e-0b7d-4c3a-9e64-d1a7b0c9e852';
export const ORIGIN = `moz-extension://${HOST}`;

/** Allowed in private windows by whoever installs it: what the manifest says is stronger. */
const INSTALLATION = { temporary: true, allowPrivateBrowsing: true };

export interface FirefoxBrowser {
  readonly marionette: Marionette;
  readonly gate: HostGate;
  readonly profile: string;
  /**
   * Runs a function in the browser's own window. It is sent as a text, so it uses nothing from
   * outside.
   */
  inOwnWindow<A extends readonly unknown[]>(work: (...args: A) => void, ...args: A): Promise<void>;
  /**
   * Closes every tab but the first, and takes the extension away with all that it has stored, and
   * puts it in again.
   */
  reset(): Promise<void>;
  /** Ends the browser as its menu does, and keeps its profile. */
  quit(): Promise<void>;
  /** Ends the browser at once, if it runs, and removes its profile. */
  close(): Promise<void>;
}

const SETTINGS: Preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  // A beginning without pages that nobody asked for, and no processes in advance: they take the
  // time of those that are used.
  'browser.aboutwelcome.enabled': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'media.gmp-manager.updateEnabled': false,
  'services.settings.server': 'data:,no-settings/v1',
  'dom.ipc.processPrelaunch.enabled': false,
  'privacy.userContext.enabled': true,
  // Grants what the extension asks for on a click as if the admin had said yes to the browser.
  'extensions.webextOptionalPermissionPrompts': false,
};

/**
 * Starts the installed Firefox with a new profile, the extension in it, and the stand-in behind the
 * platform's hosts. `preferences`: more of them, as in about:config.
 */
export async function launchFirefox(
  platformPort: number,
  preferences: Preferences = {},
): Promise<FirefoxBrowser> {
  if (!existsSync(EXTENSION)) throw new Error('There is no build yet: run `npm run build:firefox` first.');
  const browser = await startFirefox(findFirefox(), platformPort, { ...SETTINGS, ...preferences });
  const { marionette, gate, profile, ended } = browser;
  const install = () => marionette.send('Addon:Install', { ...INSTALLATION, addon: packed() });
  try {
    await marionette.send('WebDriver:SetWindowRect', { width: 1280, height: 900 });
    await install();
  } catch (error) {
    await browser.end();
    throw error;
  }
  return {
    marionette,
    gate,
    profile,
    async inOwnWindow(work, ...args) {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      const script = `(${work.toString()})(...arguments);`;
      await marionette.send('WebDriver:ExecuteScript', { script, args });
      await marionette.send('Marionette:SetContext', { value: 'content' });
    },
    async reset() {
      const [first, ...tabs] = await marionette.send<readonly string[]>('WebDriver:GetWindowHandles');
      for (const handle of tabs) {
        await marionette.send('WebDriver:SwitchToWindow', { handle });
        await marionette.send('WebDriver:CloseWindow');
      }
      await marionette.send('WebDriver:SwitchToWindow', { handle: first });
      await marionette.send('Addon:Uninstall', { id: ID });
      await install();
    },
    async quit() {
      // It answers, or has ended before its answer is out.
      await Promise.race([marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }), ended]);
      await ended;
    },
    close: () => browser.end(),
  };
}

/** The package as a store would give it, in base64. */
function packed(): string {
  return Buffer.from(zipSync(Object.fromEntries(readBuild(EXTENSION)))).toString('base64');
}
