import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reviewParts } from '../workers/review-parts';

/** The review, loaded late by the sheet worker. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { reviewParts });
});
