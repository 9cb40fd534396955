// @ts-check

/**
 * Puts what the panel loads at its start into two scripts: what it alone has, and what it shares
 * with other pages. By itself the bundler makes a script of each set of modules that the same pages
 * and late parts use: it was 46 for the panel, each compressed without the others, and a seventh
 * larger.
 *
 * @returns {import('vite').Plugin}
 */
export function fewStartScripts() {
  return {
    name: 'few-start-scripts',
    outputOptions(options) {
      // Other builds than that of the pages make one script.
      if (options.codeSplitting === false) return null;
      const groups = [{ name: startScript, debugName: 'start' }];
      // Styles that pages share would bring the panel's scripts along.
      return { ...options, codeSplitting: { groups, includeDependenciesRecursively: false } };
    },
  };
}

const PANEL = /[\\/]panel[\\/]index\.html$/;
const STYLES = /\.css(?:\?|$)/;

/**
 * The script that a module belongs to; null: as the bundler has it.
 *
 * @param {string} id
 * @param {import('vite').Rolldown.ChunkingContext} context
 * @returns {string | null}
 */
function startScript(id, context) {
  if (STYLES.test(id) || isPageItself(id, context)) return null;
  const pages = pagesThatStartWith(id, context);
  if (!pages.some((page) => PANEL.test(page))) return null;
  return pages.length === 1 ? 'panel-start' : 'pages';
}

/**
 * A page, and the module that its HTML names: they stay together, with the styles that they import.
 *
 * @param {string} id
 * @param {import('vite').Rolldown.ChunkingContext} context
 */
function isPageItself(id, context) {
  return [id, ...importersOf(id, context)].some((one) => context.getModuleInfo(one)?.isEntry === true);
}

/**
 * The entries that load a module at their start: all that lead to it without a dynamic import.
 *
 * @param {string} id
 * @param {import('vite').Rolldown.ChunkingContext} context
 */
function pagesThatStartWith(id, context) {
  const seen = new Set([id]);
  for (const one of seen) for (const importer of importersOf(one, context)) seen.add(importer);
  return [...seen].filter((one) => context.getModuleInfo(one)?.isEntry === true);
}

/**
 * @param {string} id
 * @param {import('vite').Rolldown.ChunkingContext} context
 * @returns {readonly string[]}
 */
function importersOf(id, context) {
  return context.getModuleInfo(id)?.importers ?? []; // not there: outside of this build
}
