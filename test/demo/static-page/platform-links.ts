const PLATFORM = /(?:^|\.)(?:accredible\.com|credential\.net)$/;

/**
 * The address in the trial of a page of the platform; null for every other address. Public pages
 * have a host of their own outside, and a folder in the stand-in.
 */
export function localAddress(address: string): string | null {
  const { hostname, pathname, search } = new URL(address, location.href);
  if (!PLATFORM.test(hostname)) return null;
  return (hostname.endsWith('credential.net') ? `/credential${pathname}` : pathname) + search;
}

interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
}

/**
 * Keeps links and navigations to the platform in the trial: its people and credentials are
 * invented, and nobody is to be led to the real one by accident.
 */
export function keepInTrial(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const local = link === null || link.href === '' ? null : localAddress(link.href);
      if (local === null) return;
      event.preventDefault();
      window.open(local, '_blank');
    },
    { capture: true },
  );
  const { navigation } = window as unknown as { readonly navigation?: EventTarget }; // no DOM type
  if (navigation === undefined) return; // Firefox before 147: buttons that leave lead to the real page
  navigation.addEventListener('navigate', (event) => {
    const local = localAddress((event as NavigateEvent).destination.url);
    if (local === null || !event.cancelable) return;
    event.preventDefault();
    location.assign(local);
  });
}
