import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { OUTPUT } from '../../run/root.mjs';

const HERE = import.meta.dirname;
const BUILD = join(OUTPUT, 'chrome-mv3');
const TRY = join(OUTPUT, 'try');
const DASHBOARD = join(HERE, '../../platform/dashboard');

/**
 * Makes the folder from the production build that is there. Its files of the extension are those of
 * the build, byte for byte; scripts beside them play the browser's extension API and the platform.
 * Returns the folder.
 */
export async function buildTrial(): Promise<string> {
  await rm(TRY, { recursive: true, force: true });
  await cp(BUILD, TRY, { recursive: true });

  for (const name of ['panel', 'dashboard', 'shell', 'worker', 'service-worker']) await bundle(name);

  const put = (path: string, text: string) => writeFile(join(TRY, path), text);
  const own = (name: string) => readFile(join(HERE, name), 'utf8');
  await put('index.html', await own('index.html'));
  await put('trial/shell.css', await own('shell.css'));
  // It serves paths above its own only from the root.
  await rename(join(TRY, 'trial/service-worker.js'), join(TRY, 'service-worker.js'));
  await mkdir(join(TRY, 'assets'), { recursive: true });
  for (const name of ['app.js', 'dom.js', 'pages.js', 'group-tabs.js', 'style.css']) {
    await cp(join(DASHBOARD, name), join(TRY, 'assets', name));
  }
  // The content script, with another window and address: its text is not touched.
  const contentScript = await readFile(join(BUILD, 'content-scripts/group.js'), 'utf8');
  await put(
    'trial/content-script.js',
    `((window, location) => {${contentScript}\n})(trialWindow, trialLocation);\n`,
  );
  // The panel's page has one script before its own.
  const page = await readFile(join(BUILD, 'panel.html'), 'utf8');
  await put('panel.html', page.replace('<script', '<script src="/trial/panel.js"></script>\n    <script'));
  return TRY;
}

/** Bundles a script of this folder into `trial/`: one file, as a page or a worker takes it. */
async function bundle(name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // The dashboard's files lie beside the pages here; reading them is the static server's work.
    resolve: { alias: [{ find: /^\.\/assets$/, replacement: join(HERE, 'no-assets.ts') }] },
    build: {
      target: 'es2023',
      outDir: join(TRY, 'trial'),
      emptyOutDir: false,
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: {
        input: join(HERE, `${name}.ts`),
        output: { format: 'iife', entryFileNames: `${name}.js` },
      },
    },
  });
}
