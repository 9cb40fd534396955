/** The parts of a step between which F6 moves: the grid or what scrolls, the side, the foot. */
const REGIONS = 'main :is([role="grid"], aside, .foot), main > .scroll:not(:has(aside)), .changes-column';
const TABBABLE =
  ':is(a[href], button, input, select, textarea, summary, [tabindex]):not(:disabled, [tabindex="-1"])';

/**
 * Moves the focus between the parts of a step by F6, backwards with Shift. Without it, a keyboard
 * leads from the grid to the foot only through everything at the side.
 */
export function watchRegionKey(document: Document): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((one) =>
      one.checkVisibility(),
    );
    if (regions.length === 0) return;
    // The browser would go to its own tool bars.
    event.preventDefault();
    const at = regions.findIndex((one) => one.contains(document.activeElement));
    enter(regions[nextRegion(at, regions.length, event.shiftKey)]);
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

/** The place of the next part, around the end; `at` is -1 where the focus is in none of them. */
export function nextRegion(at: number, count: number, isBackwards: boolean): number {
  if (at < 0) return isBackwards ? count - 1 : 0;
  return (at + (isBackwards ? count - 1 : 1)) % count;
}

/** Focuses a part, if it is made for that, else the first thing in it that Tab would reach. */
function enter(region: HTMLElement | undefined): void {
  if (region === undefined) return;
  const inside = [...region.querySelectorAll<HTMLElement>(TABBABLE)].find((one) => one.checkVisibility());
  const target = region.matches('[tabindex="0"]') ? region : inside;
  if (target === undefined) region.tabIndex = -1;
  (target ?? region).focus();
}
