import type { DateSystem } from '../number-format/serial-day';
import type { CellCount } from './cell-store';
import type { StringPool } from './string-pool';

/** Context of the workbook for scanning a sheet. */
export interface ScanContext {
  readonly name: string;
  readonly count: CellCount;
  readonly system: DateSystem;
  /** Format of each cell style (`s`). A missing style has format 0. */
  readonly formatOfStyle: readonly number[];
  /** Texts of this workbook that are no shared strings. */
  readonly texts: StringPool;
  /** Shared strings; null for the preview, which reads them later. */
  readonly shared: StringPool | null;
}
