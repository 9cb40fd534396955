import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readWithSheetJs, writeWithSheetJs } from '../lib/sheet/sheetjs/sheetjs';

/** SheetJS, loaded late by the sheet worker: a CSV never pays for it. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { sheetJs: { read: readWithSheetJs, write: writeWithSheetJs } });
});
