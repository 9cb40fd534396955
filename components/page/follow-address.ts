/** How often the address is read where the browser reports no change of it, in milliseconds. */
const POLL = 500;

/** The part of the Navigation API that is needed here. Firefox had none before 147. */
interface Navigation {
  addEventListener(type: 'currententrychange', listener: () => void): void;
  removeEventListener(type: 'currententrychange', listener: () => void): void;
}

/**
 * Calls `follow` with the page's address now, and again whenever a single-page app has changed it,
 * until the returned function is called. The framework's own watcher is not taken: it stops at an
 * event that the page can dispatch (docs/architecture.md, Who may see what).
 */
export function followAddress(view: Window, follow: (url: URL) => void): () => void {
  let last = '';
  const look = () => {
    const { href } = view.location;
    if (href === last) return;
    last = href;
    follow(new URL(href));
  };
  look();
  const { navigation } = view as { readonly navigation?: Navigation };
  if (navigation === undefined) {
    const timer = view.setInterval(look, POLL);
    return () => view.clearInterval(timer);
  }
  navigation.addEventListener('currententrychange', look);
  return () => navigation.removeEventListener('currententrychange', look);
}
