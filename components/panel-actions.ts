import type { ReadonlySignal } from '@preact/signals';
import type { ReportModel } from '../lib/session/report/create-report-model';

/** Actions outside of the panel: closing a frame or opening a tab is not the same everywhere. */
export interface PanelActions {
  /** Null in a tab: the browser closes those. */
  readonly close: (() => void) | null;
  readonly openInTab: (() => void) | null;
  /**
   * Leaves for the group page. `reload`: it is loaded again, so that it shows the new values; the
   * panel and all in it goes with it.
   */
  readonly backToGroup: (page: 'reload' | 'keep') => void;
  /** Puts a text into the clipboard; false where the browser does not let us. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Saves bytes as a file on this computer. */
  readonly save: (bytes: ArrayBuffer, name: string) => void;
  /** Opens the page "Prove it" in a tab. */
  readonly prove: () => void;
  readonly reload: () => void;
  /** The language that was chosen; null: as in the browser. */
  readonly language: ReadonlySignal<string | null>;
  /** Keeps a choice; all pages of the extension are drawn in that language then. */
  readonly chooseLanguage: (language: string | null) => void;
  /**
   * True once something failed that nothing expected to fail: a bug of ours, never hidden from the
   * admin.
   */
  readonly fault: ReadonlySignal<boolean>;
  /** The report of a problem; null until it is asked for, as its script is read then. */
  readonly report: ReadonlySignal<ReportModel | null>;
  readonly openReport: () => void;
}
