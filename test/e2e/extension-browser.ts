import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  expect,
  type BrowserContext,
  type Frame,
  type Locator,
  type Page,
  type Worker,
} from '@playwright/test';
import { findBrowser } from '../run/find-browser.mjs';
import { openQuietPage, resetExtension } from './reset-extension';

/** The production build, unmodified, unless one with a planted leak is asked for (test/planted). */
export const EXTENSION =
  process.env['EXTENSION_BUILD'] ?? join(import.meta.dirname, '../../.output/chrome-mv3');

export interface ExtensionBrowserOptions {
  /** Port of the stand-in on this machine. */
  readonly platformPort: number;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /**
   * Whether frames of another site get their cookies and storage; Debian's Chromium says no by
   * default.
   */
  readonly thirdPartyCookies?: 'blocked' | 'allowed';
  /** Reused between two launches to try a restart of the browser; a new one by default. */
  readonly profile?: string;
  /** Leaves the page open that opens after the installation; it is closed by default. */
  readonly keepFirstPage?: boolean;
  /** The folder of the extension, where it is not the production build itself. */
  readonly extension?: string;
  /** More switches of the browser, such as `--log-net-log=FILE`. */
  readonly args?: readonly string[];
}

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** The extension's background, woken if it was stopped. */
  background(): Promise<Worker>;
  /** Bugs that the background has reported since it was asked last; no page shows them. */
  takeFaults(): readonly string[];
  /** Closes every page but the one that keeps the browser open: see `openQuietPage`. */
  closePages(): Promise<void>;
  /** As if the extension had just been installed in a new profile: see `resetExtension`. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A browser with the extension loaded and the platform's hosts mapped to the stand-in, so that the
 * unmodified build talks to it. `--ignore-certificate-errors` because the driver's own switch does
 * not reach the background.
 */
export async function launchWithExtension(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  if (!existsSync(EXTENSION)) throw new Error('There is no production build yet: run `npm run build` first.');
  const { platformPort, headless = true, viewport = { width: 1280, height: 800 }, colorScheme } = options;
  const { extension = EXTENSION } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'update-credentials-')));
  const isNew = !existsSync(join(profile, 'Default'));
  const cookies = options.thirdPartyCookies ?? 'blocked';
  if (cookies === 'allowed') await allowThirdPartyCookies(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    // The extension needs the new headless mode, which the driver's own switch does not choose
    // here.
    headless: false,
    viewport,
    acceptDownloads: true,
    ...(colorScheme === undefined ? {} : { colorScheme }),
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP *.accredible.com:443 127.0.0.1:${platformPort}, MAP *.credential.net:443 127.0.0.1:${platformPort}`,
      '--ignore-certificate-errors',
      ...(cookies === 'blocked' ? ['--test-third-party-cookie-phaseout'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
  });
  // A step that cannot be taken is reported at that step, not by the test's own end.
  context.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const hear = (worker: Worker) =>
    worker.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  for (const worker of context.serviceWorkers()) hear(worker);
  context.on('serviceworker', hear);
  const browser: ExtensionBrowser = {
    context,
    async background() {
      return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    },
    takeFaults: () => faults.splice(0),
    async closePages() {
      const [, ...pages] = context.pages();
      for (const page of pages) await page.close();
    },
    async reset() {
      await resetExtension(browser);
      faults.length = 0;
    },
    async close() {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
  if (isNew) {
    const page = await firstPageOf(context);
    if (options.keepFirstPage !== true) await page.close();
  }
  await openQuietPage(browser);
  return browser;
}

/** The page that opens once in a new profile, whole. */
async function firstPageOf(context: BrowserContext): Promise<Page> {
  const found = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
  await expect(() => expect(found(), 'the page after the installation').toBeDefined()).toPass();
  const page = found();
  if (page === undefined) throw new Error('the page after the installation was closed');
  await page.waitForLoadState();
  return page;
}

/**
 * Debian's Chromium blocks them by a default of its own, which no switch takes back; the profile's
 * setting does.
 */
async function allowThirdPartyCookies(profile: string): Promise<void> {
  const settings = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
}

/** Signs in to the dashboard on the page and goes to a group. */
export async function openGroup(page: Page, group: number, host = 'dashboard.accredible.com'): Promise<void> {
  const path = `/issuer/dashboard/group/${group}/information-and-appearance`;
  await page.goto(`https://${host}${path}`);
  const email = page.getByLabel('E-mail');
  await email.or(openerOn(page)).first().waitFor();
  if (await email.isVisible()) {
    await email.fill('admin@northfield.test');
    await page.getByLabel('Password').fill('arc-and-spark');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`**${path}`);
  }
}

/**
 * Opener of the panel: a tab in the page's own tab bar, or a button where there is none
 * (docs/product.md 5).
 */
export function openerOn(page: Page): Locator {
  const name = 'Update Credentials';
  return page.getByRole('tab', { name }).or(page.getByRole('button', { name, exact: true }));
}

/** Presses it on the group page and gives the panel's frame. */
export async function openPanel(page: Page): Promise<Frame> {
  await openerOn(page).click();
  return shownPanel(page);
}

/**
 * The frame of the panel that is shown. It lies in a closed shadow root, which no locator of the
 * page finds.
 */
export async function shownPanel(page: Page): Promise<Frame> {
  let shown: Frame | undefined;
  await expect(async () => {
    for (const frame of page.frames()) {
      if (!frame.url().includes('/panel.html')) continue;
      if (await (await frame.frameElement()).isVisible()) shown = frame;
    }
    expect(shown, 'a panel that is shown').toBeDefined();
  }).toPass();
  if (shown === undefined) throw new Error('no panel is shown');
  return shown;
}
