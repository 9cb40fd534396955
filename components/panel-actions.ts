import type { ReadonlySignal } from '@preact/signals';

/** Actions outside of the panel: closing a frame or opening a tab is not the same everywhere. */
export interface PanelActions {
  /** Null in a tab: the browser closes those. */
  readonly close: (() => void) | null;
  readonly openInTab: (() => void) | null;
  readonly backToGroup: () => void;
  /** Saves bytes as a file on this computer. */
  readonly save: (bytes: ArrayBuffer, name: string) => void;
  readonly reload: () => void;
  /**
   * True once something failed that nothing expected to fail: a bug of ours, never hidden from the
   * admin.
   */
  readonly fault: ReadonlySignal<boolean>;
}
