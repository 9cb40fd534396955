import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lazyText } from '../lib/sheet/lazy-text';

/**
 * The guesser of legacy encodings and the readers of HTML and DIF, loaded late by the sheet worker.
 */
export default defineUnlistedScript(() => {
  // Not "lazyText": the build names the script's own result so, and would put nothing in its place.
  Object.assign(globalThis, { lazyTextParts: lazyText });
});
