import { signal, type ReadonlySignal } from '@preact/signals';

/** Whether a panel in a frame can be seen as it is drawn. */
export interface Sight {
  /**
   * Milliseconds for which it has been wholly visible, of one size and under nothing; 0: it is not;
   * null: the browser cannot tell. Waits for the first look at a dialog that has just opened.
   * `at`: the moment that is asked about, a time of `performance.now`.
   */
  clearMs(at: number): Promise<number | null>;
  /** Milliseconds for which keys have gone to the panel. */
  focusedMs(at: number): number;
  /** Whether the browser can tell at all. */
  readonly canTell: boolean;
  /** As it is now, for what is drawn. Null: not looked yet, or the browser cannot tell. */
  readonly isClear: ReadonlySignal<boolean | null>;
}

/** Parts that TypeScript's DOM does not know yet: https://w3c.github.io/IntersectionObserver/v2/ */
interface VisibleEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}
interface VisibleOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

/**
 * Whether the browser says if something lies over a frame, or makes it pale. Firefox 153 does not.
 */
export function canTellSight(view: Pick<typeof globalThis, 'IntersectionObserverEntry'>): boolean {
  return 'isVisible' in view.IntersectionObserverEntry.prototype;
}

/** The most that is missing of a frame that is there as a whole: parts of pixels. */
const WHOLE = 0.998;

/**
 * Watches, from within, whether the page covers, hides or changes the frame of this document. Asked
 * of the topmost dialog where one is open: the browser counts our own dialog as something that lies
 * over the rest. Undisturbed counts from the
 * last change on, but not from a new size of the browser's window.
 */
export function watchSight(document: Document, view: Window & typeof globalThis): Sight {
  const isClear = signal<boolean | null>(null);
  const looked = new Set<() => void>();
  const now = () => view.performance.now();
  let isWhole = false;
  /** Null: the target has not been looked at yet. */
  let isUncovered: boolean | null = null;
  let changedAt = now();
  let focusedAt = now();
  let target: Element = document.documentElement;

  view.addEventListener('focus', () => (focusedAt = now()));
  if (canTellSight(view)) {
    const update = () => {
      if (isUncovered === null) return;
      const isNow = isWhole && isUncovered;
      if (isNow !== isClear.peek()) changedAt = now();
      isClear.value = isNow;
      for (const go of looked) go();
      looked.clear();
    };
    const options: VisibleOptions = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
    const covers = new view.IntersectionObserver((entries) => {
      const last: VisibleEntry | undefined = entries.findLast((entry) => entry.target === target);
      if (last === undefined) return;
      // A dialog that is gone without being closed was looked at for the last time.
      if (aim()) return;
      isUncovered = last.isVisible === true; // missing: `canTellSight`
      update();
    }, options);
    const aim = (): boolean => {
      const top = topmost(document);
      if (top === target) return false;
      target = top;
      isUncovered = null;
      covers.disconnect();
      covers.observe(target);
      return true;
    };
    covers.observe(target);
    new view.IntersectionObserver(
      (entries) => {
        isWhole = (entries.at(-1)?.intersectionRatio ?? 0) >= WHOLE; // no entry: not there
        update();
      },
      { threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.99, WHOLE, 1] },
    ).observe(document.documentElement);
    new view.MutationObserver(aim).observe(document, { attributeFilter: ['open'], subtree: true });
    let browserWindow = outerSize(view);
    view.addEventListener('resize', () => {
      const size = outerSize(view);
      // A page can change the size of its frames, and not that of the browser's window: that the
      // admin has changed.
      if (size === browserWindow) changedAt = now();
      browserWindow = size;
    });
  }

  return {
    async clearMs(at) {
      if (!canTellSight(view)) return null;
      if (isUncovered === null) await new Promise<void>((go) => looked.add(go));
      return isClear.peek() === true ? Math.max(1, at - changedAt) : 0;
    },
    focusedMs: (at) => (document.hasFocus() ? Math.max(0, at - focusedAt) : 0),
    canTell: canTellSight(view),
    isClear,
  };
}

/** Size of the browser's window, "1280 x 900". */
function outerSize({ outerWidth, outerHeight }: Window): string {
  return `${outerWidth} x ${outerHeight}`;
}

/** The dialog that was opened last, or the whole document. */
function topmost(document: Document): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement; // none is open
}
