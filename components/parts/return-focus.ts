/**
 * Gives the focus back to where it was when the panel is shown again. While its frame is hidden
 * nothing in it can have the focus, and the browser forgets where it was.
 */
export function returnFocus(view: Window): void {
  const { document } = view;
  let last: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target !== document.body) last = target;
  });
  view.addEventListener('focus', () => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (isNowhere && last?.isConnected === true) last.focus({ preventScroll: true });
  });
}
