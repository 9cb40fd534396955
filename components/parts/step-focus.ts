import { useEffect } from 'preact/hooks';

/**
 * Gives the focus back when the step or its state went, and the button that had it: to the sentence
 * that says how things stand now, so that a screen reader reads it and Tab goes on from there.
 * `where` changes with what is shown. A focus that is still somewhere is left alone, also one in
 * the page around the panel.
 */
export function useStepFocus(where: string): void {
  useEffect(() => {
    const { activeElement, body } = document;
    if (!document.hasFocus() || (activeElement !== null && activeElement !== body)) return;
    const target =
      document.querySelector<HTMLElement>('main .sentence') ?? document.querySelector<HTMLElement>('main');
    if (target === null) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }, [where]);
}
