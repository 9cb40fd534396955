/**
 * Calls back whenever it changes whether somebody can see the element: in a tab that is in front,
 * in a frame that is not hidden. Said to be unseen at first. Gives the function that ends it.
 */
export function watchSeen(element: Element, onChange: (isSeen: boolean) => void): () => void {
  const { ownerDocument: document } = element;
  let isShown = false;
  const look = () => onChange(isShown && document.visibilityState === 'visible');
  // A frame that the host page hides does not learn it; its contents just meet nothing any more.
  const observer = new IntersectionObserver((entries) => {
    isShown = entries.at(-1)?.isIntersecting === true; // no entry: not shown
    look();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', look);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', look);
  };
}
