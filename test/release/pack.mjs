// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { runCommand } from '../run/command.mjs';
import { runProgram } from '../run/program.mjs';
import { OUTPUT, ROOT } from '../run/root.mjs';
import { LIST, listOfSums, manifestForStore, readBuild, sha256 } from './build-files.mjs';

/*
 * `npm run zip`: the packages for the stores, in .output/release, with the sums of all files and a
 * list of what is in them (CycloneDX). Two runs of one commit give the same bytes, in any folder:
 * paths in order, no time, no owner, nothing of the computer. Tried with Node 20 and 22.
 */

const RELEASE = join(OUTPUT, 'release');
/** The earliest time of a zip archive, for each file. */
const MOMENT = new Date(1980, 0, 1);

/** Builds as they are named by wxt, and in the names of the packages. */
const BROWSERS = /** @type {const} */ ([
  ['chrome', 'chrome-mv3', []],
  ['firefox', 'firefox-mv3', ['-b', 'firefox', '--mv3']],
]);

const { name: product, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE, { recursive: true });
/** @type {string[]} */
const sums = [];
/** @type {string[]} */
const sumsOfFiles = [];
/** @param {string} name @param {Uint8Array} bytes */
const put = (name, bytes) => {
  writeFileSync(join(RELEASE, name), bytes);
  sums.push(`${sha256(bytes)}  ${name}`);
};

for (const [browser, folder, options] of BROWSERS) {
  const { code, output } = await runProgram('wxt', ['build', ...options]);
  if (code !== 0) throw new Error(output);
  const built = readBuild(join(OUTPUT, folder));
  /** @type {import('./build-files.mjs').Build} */
  const files = new Map(
    [...built].map(([name, bytes]) => [name, name === 'manifest.json' ? manifestForStore(bytes) : bytes]),
  );
  files.set(LIST, new TextEncoder().encode(listOfSums(files)));
  /** @type {Record<string, [Uint8Array, { mtime: Date, os: number }]>} */
  const packed = {};
  for (const [name, bytes] of files) {
    packed[name] = [bytes, { mtime: MOMENT, os: 3 }];
    sumsOfFiles.push(`${sha256(bytes)}  ${browser}/${name}`);
  }
  put(`update-credentials-${version}-${browser}.zip`, zipSync(packed, { level: 9 }));
}

const { code, output } = await runCommand('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev']);
if (code !== 0) throw new Error(output);
const { serialNumber: _number, ...bill } = JSON.parse(output.slice(output.indexOf('{')));
// npm names its own version and the folder that the project lies in: other ones elsewhere.
delete bill.metadata?.timestamp;
delete bill.metadata?.tools;
bill.metadata.component.name = product;
put('sbom.cdx.json', new TextEncoder().encode(`${JSON.stringify(bill, null, 2)}\n`));
put('FILES.sha256', new TextEncoder().encode(`${sumsOfFiles.join('\n')}\n`));
writeFileSync(join(RELEASE, 'SHA256SUMS'), `${sums.join('\n')}\n`);
process.stdout.write(`${sums.join('\n')}\n${RELEASE}\n`);
