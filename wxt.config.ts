import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { LIST, listOfSums, readBuild } from './test/release/build-files.mjs';
import { fewStartScripts } from './test/release/few-start-scripts.mjs';
import { licences } from './test/release/licences.mjs';
import { noCodeFromText } from './test/release/no-code-from-text.mjs';

/**
 * The platform's dashboards (the page that is extended) and APIs (what the background calls):
 * docs/platform.md, Hosts.
 */
const DASHBOARDS = [
  'https://dashboard.accredible.com/*',
  'https://eu.dashboard.accredible.com/*',
  'https://sandbox.dashboard.accredible.com/*',
];
const APIS = [
  'https://api.accredible.com/*',
  'https://eu.api.accredible.com/*',
  'https://sandbox.api.accredible.com/*',
];

/**
 * Scripts and styles of our own only, and nobody to talk to but the platform (docs/product.md 4).
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self' https://api.accredible.com https://eu.api.accredible.com https://sandbox.api.accredible.com",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/**
 * Keeps the extension's id, and with it all that is stored, when the folder that is loaded unpacked
 * moves. It is the public half of a pair whose other half nobody has: stores sign with their own.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqE8EtHZzRiKbLS370PyOIYRUOl3pR3tiPndsfOgMQWp5gw2IHAX9jrwR+MYWqwddn71A9SqTdk7+FQzauyUhItcuz+McpnzMcJljMK1t3i8IgKWDocjqeQ5UQIacnLfJhlKklvUWQgE899+uJodlMDKzKZEdj0NB3TJzU02XYcNv/WGDEaCdkq8MSCNyh+/AYku4ftgIYIq+hBvLL8obCHUp7McR2uNOd8UV3rf5rtaoTwL4kH+JTd7aV7Zsndkh2Y0TvD3OVBiFukEtjc5j5aYmwrUKOn592/JIFVf8kIT8XaZgRY18z2o6X86huelf44qEcLyZfUYTa+ZsWGkPFwIDAQAB';

/**
 * The panel's own policy, which makes the one above narrower: only the background has somebody to
 * talk to. The first script (entrypoints/closed-page.ts) closes what no policy does.
 */
const PANEL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  // The texts of another language than the browser's.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');
const CLOSED_PAGES = ['/panel/', '/prove/'];

export default defineConfig({
  // Every edge between files is written down, so that the architecture test can read it.
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  // `npm run dev` opens a browser where there is a display to open it on; elsewhere it only builds
  // and serves.
  webExt: {
    disabled:
      process.platform === 'linux' &&
      process.env['DISPLAY'] === undefined &&
      process.env['WAYLAND_DISPLAY'] === undefined,
    // Chromium does not start as root with its sandbox.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  hooks: {
    // `sha256sum -c files.sha256` in the folder compares a copy with it, and so does "Prove it".
    'build:done': ({ config }) => {
      writeFileSync(join(config.outDir, LIST), listOfSums(readBuild(config.outDir)));
    },
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'licences.txt', contents: licences() });
    },
  },
  manifest: ({ mode, browser }) => ({
    ...(browser === 'chrome' && { key: KEY }),
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // storage: the API key. alarms: a run goes on after the browser stopped the background.
    permissions: ['storage', 'alarms'],
    // A private window would act with the sign-in of the normal one, and store its run there.
    incognito: 'not_allowed',
    host_permissions: [...DASHBOARDS, ...APIS],
    // Limits of an organisation (docs/policies.md). Firefox has a file of its own for them.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: '__MSG_extensionName__' },
    icons: { 16: '/icon/16.png', 32: '/icon/32.png', 48: '/icon/48.png', 128: '/icon/128.png' },
    // The panel alone, for the platform's pages alone; the dynamic address keeps other pages from
    // finding it.
    web_accessible_resources: [{ resources: ['panel.html'], matches: DASHBOARDS, use_dynamic_url: true }],
    // The development server's reload needs its own sockets and styles; what is built for people
    // has none of that.
    ...(mode === 'production' && { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }),
    // light-dark() in the styles.
    minimum_chrome_version: '123',
    browser_specific_settings: {
      gecko: {
        id: 'update-credentials@extensions.local',
        // The newest thing that is used is data_collection_permissions, which the store asks for:
        // 140 on a computer, 142 on Android. Older are light-dark() (120), storage.session (115)
        // and createWritable() of own files (111). Since 127 hosts are permitted when installed.
        strict_min_version: '142.0',
        // Nothing is collected; what goes to the platform is the very work that the admin asks for.
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  vite: ({ mode }) => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'es2023',
      modulePreload: {
        polyfill: false,
        // What loads late needs no link to be made for it: the panel may make none.
        resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
      },
    },
    plugins: [
      noCodeFromText(),
      fewStartScripts(),
      {
        name: 'policy-of-closed-pages',
        transformIndexHtml: {
          order: 'pre',
          handler: (_html: string, { path }: { path: string }) =>
            mode === 'production' && CLOSED_PAGES.some((page) => path.includes(page))
              ? [
                  {
                    tag: 'meta',
                    injectTo: 'head-prepend',
                    attrs: { 'http-equiv': 'Content-Security-Policy', content: PANEL_POLICY },
                  },
                ]
              : [],
        },
      },
    ],
  }),
});
