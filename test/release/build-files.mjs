// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';

/** A build by the paths of its files, with their bytes. @typedef {Map<string, Uint8Array>} Build */

/**
 * Reads an unpacked folder or a package (.zip, .xpi), in the order of the paths.
 *
 * @param {string} path
 * @returns {Build}
 */
export function readBuild(path) {
  const found = statSync(path).isDirectory() ? filesOf(path) : Object.entries(unzipSync(readFileSync(path)));
  return new Map(found.filter(([name]) => !name.endsWith('/')).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {string} folder @returns {[string, Uint8Array][]} */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    });
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The list of all other files of a build, in its folder. `sha256sum -c` reads it. */
export const LIST = 'files.sha256';

/** @param {Build} build @returns {string} */
export function listOfSums(build) {
  const others = [...build].filter(([name]) => name !== LIST);
  return others.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
}

/**
 * The manifest as it is in the package for a store. `key` is for folders that are loaded unpacked:
 * it keeps the id of the extension when the folder moves, and stores do not take it. A store adds
 * `update_url`.
 *
 * @param {Uint8Array} bytes
 */
export function manifestForStore(bytes) {
  const { key: _key, update_url: _update, ...manifest } = JSON.parse(new TextDecoder().decode(bytes));
  return new TextEncoder().encode(JSON.stringify(manifest));
}

/**
 * Bytes of a file that are the same in a folder and in a package.
 *
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function inPackage(name, bytes) {
  if (name === 'manifest.json') return manifestForStore(bytes);
  // The manifest's own line is another one there.
  return name === LIST ? new TextEncoder().encode(withoutManifest(new TextDecoder().decode(bytes))) : bytes;
}

/** @param {string} list */
const withoutManifest = (list) => list.replace(/^\w+ {2}manifest\.json\n/m, '');

/**
 * A sentence for each file by which a copy is not the build. A store adds the folder `_metadata`,
 * and `META-INF` to a signed package.
 *
 * @param {Build} copy
 * @param {Build} build
 * @returns {readonly string[]}
 */
export function differencesOf(copy, build) {
  /** @param {Build} files */
  const comparable = (files) =>
    new Map(
      [...files]
        .filter(([name]) => !/^(?:_metadata|META-INF)\//.test(name))
        .map(([name, bytes]) => [name, sha256(inPackage(name, bytes))]),
    );
  const [mine, theirs] = [comparable(copy), comparable(build)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].toSorted().flatMap((name) => {
    if (!theirs.has(name)) return [`${name} is in the copy alone`];
    if (!mine.has(name)) return [`${name} is missing in the copy`];
    return mine.get(name) === theirs.get(name) ? [] : [`${name} is another one`];
  });
}
