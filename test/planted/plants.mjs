// @ts-check

/**
 * A leak as a changed package would bring it: `file` is the module that is changed, `before` and
 * `after` are put around its code. `spec` and `test` name the test that has to fail, and `sign` is
 * what it has to say.
 * @typedef {{
 *   what: string, file: RegExp, before: string, after: string,
 *   spec: string, test: string, sign: RegExp,
 * }} Plant
 */

/** @type {Readonly<Record<string, Plant>>} */
export const PLANTS = {
  'tells-the-page': {
    what: 'preact tells the page around the panel each text that it draws',
    file: /\/node_modules\/preact\/dist\/preact\.(?:m?js|module\.js)$/,
    before: '',
    after: `
      if (typeof document === 'object' && globalThis.parent !== globalThis)
        new MutationObserver(() => parent.postMessage(document.body.innerText, '*')).observe(document, {
          subtree: true,
          childList: true,
        });`,
    spec: 'privacy',
    test: 'the page, other hosts and the stores get nothing of the sheet',
    sign: /skipped-4b1d/,
  },
  'keeps-a-copy': {
    what: 'preact keeps each text that it draws in the storage of the extension',
    file: /\/node_modules\/preact\/dist\/preact\.(?:m?js|module\.js)$/,
    before: '',
    after: `
      if (typeof document === 'object' && globalThis.parent !== globalThis)
        new MutationObserver(() => chrome.storage.local.set({ copy: document.body.innerText })).observe(document, {
          subtree: true,
          childList: true,
        });`,
    spec: 'privacy',
    test: 'the page, other hosts and the stores get nothing of the sheet',
    sign: /skipped-4b1d/,
  },
  'keeps-a-door': {
    what: 'wxt, whose code runs before the ways out are closed, keeps WebRTC open',
    file: /\/node_modules\/wxt\/dist\/utils\/define-unlisted-script\.mjs$/,
    before: `
      const define = Object.defineProperty;
      Object.defineProperty = (object, name, how) =>
        name === 'RTCPeerConnection' ? object : define(object, name, how);`,
    after: '',
    spec: 'ways-out',
    test: 'no way out of the panel or the sheet worker is open',
    sign: /panel: stun \(tried/,
  },
};

/**
 * Plugin of Vite that changes the package of one plant. `used` is called when it has.
 *
 * @param {Plant} plant
 * @param {() => void} used
 */
export function planted({ file, before, after }, used) {
  return {
    name: 'planted-leak',
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      if (!file.test(id.replaceAll('\\', '/').replace(/\?.*$/, ''))) return undefined;
      used();
      return { code: `${before}\n${code}\n${after}`, map: null };
    },
  };
}
