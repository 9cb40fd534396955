import { pageApi, type TrialPage } from './page-api';
import { keepInTrial } from './platform-links';

/*
 * The first script of the dashboard's pages in the trial. The content script follows as it was
 * built, with a window and an address as if the page were the real dashboard's.
 */

const DASHBOARD = new URL('https://dashboard.accredible.com');

/**
 * The object with some members of its own; its methods work on the object alone, so they are bound.
 * Not a proxy of the object itself, which would have to give its unforgeable methods unbound.
 */
function over<T extends object>(whole: T, own: (name: string | symbol) => unknown): T {
  const get = (_: unknown, name: string | symbol): unknown => {
    const value: unknown = own(name) ?? Reflect.get(whole, name); // no member of its own
    // A class has a prototype, and is no method.
    const isMethod = typeof value === 'function' && !Object.hasOwn(value, 'prototype');
    return isMethod ? (value as (...given: unknown[]) => unknown).bind(whole) : value;
  };
  return new Proxy<object>({}, { get }) as T; // what is asked of it is answered by the whole
}

const trialLocation = over(location, (name) => {
  if (name === 'href') return DASHBOARD.origin + location.pathname + location.search;
  return name === 'hostname' || name === 'host' || name === 'origin' ? DASHBOARD[name] : undefined;
});
const trialWindow = over(window, (name) => (name === 'location' ? trialLocation : undefined));

const api = pageApi();
const page: TrialPage = {
  askContentScript: (question) =>
    new Promise((resolve) => {
      api.runtime.onMessage.emit(question, {}, resolve);
    }),
};
Object.assign(globalThis, page, { chrome: api, trialWindow, trialLocation });
keepInTrial();
