import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { closeExtension } from '../components/doors/close-extension';
import { closePage } from '../components/doors/close-page';

/** The first script of the panel: closes the ways out before any other runs (docs/security.md). */
export default defineUnlistedScript(() => {
  // The development server's reload needs its own sockets and styles.
  if (import.meta.env.DEV) return;
  closePage(window);
  // Firefox and newer Chromium give the API by two names, whose parts may or may not be the same.
  const { chrome, browser } = globalThis as { readonly chrome?: object; readonly browser?: object };
  for (const api of [chrome, browser]) if (api !== undefined) closeExtension(api);
});
