import { useLayoutEffect, useRef } from 'preact/hooks';

const BUTTONS = 'button:not(:disabled)';

/**
 * Makes the buttons of a group one Tab stop: arrows, Home and End move within it (WAI-ARIA,
 * toolbar). Tab comes to the one that had the focus last, else to the present or pressed one. Gives
 * the ref of the group.
 */
export function useRoving<E extends HTMLElement>() {
  const group = useRef<E>(null);
  // After each drawing: there may be other buttons, or another one pressed.
  useLayoutEffect(() => {
    const { current } = group;
    if (current === null) return undefined;
    const stop = (chosen: HTMLElement | undefined) => {
      for (const one of current.querySelectorAll<HTMLElement>(BUTTONS))
        one.tabIndex = one === chosen ? 0 : -1;
    };
    const buttons = () => [...current.querySelectorAll<HTMLElement>(BUTTONS)];
    const isChosen = (one: HTMLElement) =>
      one.matches('[aria-current], [aria-pressed="true"]') || one === document.activeElement;
    stop(buttons().findLast(isChosen) ?? buttons()[0]);
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches(BUTTONS)) stop(target);
    };
    const onKey = (event: KeyboardEvent) => {
      const all = buttons();
      const to = movedTo(event.key, all.indexOf(event.target as HTMLElement), all.length, isRtl(current));
      if (to === null) return;
      event.preventDefault();
      all[to]?.focus(); // within the list
    };
    current.addEventListener('focusin', onFocus);
    current.addEventListener('keydown', onKey);
    return () => {
      current.removeEventListener('focusin', onFocus);
      current.removeEventListener('keydown', onKey);
    };
  });
  return group;
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

/** Where a key leads from a place among so many, around the ends; null for other keys. */
export function movedTo(key: string, at: number, count: number, rtl: boolean): number | null {
  if (at < 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  const isOn = (key === 'ArrowRight') !== rtl;
  return (at + (isOn ? 1 : count - 1)) % count;
}
