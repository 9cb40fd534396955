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

  // The workers are one script each: one of them loads the background as a service worker would.
  await bundle(['panel', 'dashboard', 'shell'], 'es');
  await bundle(['worker'], 'iife');
  await bundle(['service-worker'], 'iife');

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
  // The content script, with another window: its text is not touched.
  const contentScript = await readFile(join(BUILD, 'content-scripts/group.js'), 'utf8');
  await put('trial/content-script.js', `((window) => {${contentScript}\n})(trialWindow);\n`);
  // The panel's page has one script before its own, and the extension's policy in the page.
  const manifest = JSON.parse(await readFile(join(BUILD, 'manifest.json'), 'utf8')) as {
    readonly content_security_policy: { readonly extension_pages: string };
  };
  const page = await readFile(join(BUILD, 'panel.html'), 'utf8');
  const OWN_SCRIPT = /<script type="module" crossorigin src="(\/chunks\/panel-[^"]+)"><\/script>/;
  if (!OWN_SCRIPT.test(page)) throw new Error('panel.html has no script that is known here.');
  await put(
    'panel.html',
    page.replace(
      OWN_SCRIPT,
      `<meta http-equiv="content-security-policy" content="${manifest.content_security_policy.extension_pages}">` +
        '<script type="module" src="/trial/panel.js" data-then="$1"></script>',
    ),
  );
  return TRY;
}

/** Bundles scripts of this folder into `trial/`. */
async function bundle(names: readonly string[], format: 'es' | 'iife'): Promise<void> {
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
      modulePreload: false,
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(HERE, `${name}.ts`)])),
        output: { format, entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
      },
    },
  });
}
