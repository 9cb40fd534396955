import { pageApi } from './page-api';
import { keepInTrial } from './platform-links';

/*
 * Runs in the dashboard's pages of the trial: the content script as it was built, with a window
 * whose address is that of the real dashboard.
 */

const DASHBOARD = 'https://dashboard.accredible.com';

const address = {
  get href() {
    return DASHBOARD + location.pathname + location.search;
  },
};
const trialWindow = new Proxy(window, {
  get(target, name) {
    if (name === 'location') return address;
    const value: unknown = Reflect.get(target, name);
    // Functions of a window work on the window alone. A class is none of them.
    const isMethod = typeof value === 'function' && !Object.hasOwn(value, 'prototype');
    return isMethod ? (value as (...given: unknown[]) => unknown).bind(target) : value;
  },
});

const api = await pageApi();
Object.assign(globalThis, { chrome: api, trialWindow });
keepInTrial();
const script = document.createElement('script');
script.src = '/trial/content-script.js';
document.head.append(script);
