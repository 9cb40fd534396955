/** One thing that is stored, as docs/privacy.md lists it (What is stored on this computer). */
export interface StoredItem {
  /** `session`: the browser's memory. `database`: one table of the journal. */
  readonly area: 'local' | 'session' | 'database' | 'file';
  /** As it is named there: "pace", "runs/4f1c.changes", "entries". */
  readonly name: string;
  /** Bytes as JSON, or those of the file; of a database the number of its records. */
  readonly size: number;
}
