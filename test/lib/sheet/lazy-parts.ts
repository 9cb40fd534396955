import { lazyText } from '../../../lib/sheet/lazy-text';
import type { LazyParts } from '../../../lib/sheet/read-workbook';
import { readWithSheetJs } from '../../../lib/sheet/sheetjs/sheetjs';

/** Parts that the worker loads on demand. */
export const LAZY_PARTS: LazyParts = {
  loadSheetJs: () => Promise.resolve(readWithSheetJs),
  loadLazyText: () => Promise.resolve(lazyText),
};

/** For files that must be read without them. */
export const NO_LAZY_PARTS: LazyParts = {
  loadSheetJs: () => Promise.reject(new Error('SheetJS must not be loaded for this')),
  loadLazyText: () => Promise.reject(new Error('lazy-text must not be loaded for this')),
};

/** For files that must be read without SheetJS. */
export const NO_SHEETJS: LazyParts = { ...LAZY_PARTS, loadSheetJs: NO_LAZY_PARTS.loadSheetJs };
