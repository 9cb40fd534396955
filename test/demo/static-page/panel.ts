import { pageApi } from './page-api';
import { keepInTrial } from './platform-links';

/*
 * Runs before the panel's own script, which it then loads as it was built. The element of this
 * script says which that is.
 */

const script = document.querySelector<HTMLScriptElement>('script[data-then]');
Object.assign(globalThis, { chrome: await pageApi() });
keepInTrial();

// The panel addresses its messages to the dashboard's origin, which is this one in the trial.
const framing = window.parent;
if (framing !== window) {
  const postMessage = (message: unknown) => framing.postMessage(message, location.origin);
  Object.defineProperty(window, 'parent', { value: { postMessage } });
}

const then = script?.dataset['then'];
if (then === undefined) throw new Error('The page does not name its own script.');
const own = document.createElement('script');
own.type = 'module';
own.src = then;
document.head.append(own);
