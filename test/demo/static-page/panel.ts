import { pageApi, type TrialPage } from './page-api';
import { keepInTrial } from './platform-links';

/*
 * The first script of the panel's page in the trial: gives it the browser's extension API, as a
 * browser would before any script begins. Those of the panel follow as they were built, and close
 * of this API what they close of the browser's.
 */

/** The dashboard's page around the panel; itself in a tab. */
const framing = window.parent as Window & TrialPage;

const api = pageApi();
Object.assign(globalThis, {
  chrome: {
    ...api,
    tabs: {
      getCurrent: () => Promise.resolve({ id: 1 }),
      // The content script of this tab, which is in the page around it.
      sendMessage: (_tab: number, question: unknown) => framing.askContentScript(question),
    },
  },
});
keepInTrial();
