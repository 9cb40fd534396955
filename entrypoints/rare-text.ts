import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rareText } from '../lib/sheet/rare-text';

/** The guesser of legacy encodings and the readers of HTML and DIF, loaded late by the sheet worker. */
export default defineUnlistedScript(() => {
  // Not "rareText": the build names the script's own result so, and would put nothing in its place.
  Object.assign(globalThis, { rareTextParts: rareText });
});
