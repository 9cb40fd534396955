import { withoutIsolates } from '../parts/isolated';
import { t } from '../text';

/**
 * The name of a sheet that is made of a run, after the run's own file. It is stored with the next
 * run, so it is no sentence: the signs that isolate a value in one are taken out.
 * Example, in Arabic: "\u2068contacts.csv\u2069" -> "contacts.csv".
 */
export function madeName(of: 'undoName' | 'conflictsName', fileName: string): string {
  return withoutIsolates(t(of, fileName));
}
