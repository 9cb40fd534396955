import { expect } from '@playwright/test';
import { COMMON, OF_EXTENSION, OF_PAGE, OF_WORKER, scriptOf } from './channels';
import { openGroup } from './extension-browser';
import { test } from './extension-test';
import { chooseSheet } from './panel';
import { startSink } from './sink';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/security.md: nothing leaves the panel or the sheet worker but by the background. Any script
 * in them is taken for hostile, a library that was changed for example.
 */

const TRIED_MS = 3_000;
/** For how long the control is listened to. */
const HEARD_MS = 1_000;

test(
  'no way out of the panel or the sheet worker reaches a sink that hears them from a page',
  { tag: '@long' },
  async ({ world }) => {
    // A page of its own for each channel of the control.
    test.setTimeout(360_000);
    const sink = await startSink();
    try {
      const { context } = world.browser;
      const origin = (await world.browser.background()).url().replace(/\/background\.js$/, '');
      const panel = await context.newPage();
      await openGroup(panel, 555);
      await panel.goto(`${origin}/panel.html?environment=production&group=555`);
      const sheet = {
        name: 'out.csv',
        text: sheetText([
          ['Credential ID', 'Grade'],
          ['1', 'A'],
        ]),
      };
      await chooseSheet(panel.mainFrame(), sheet);
      const [worker] = panel.workers();
      if (worker === undefined) throw new Error('there is no sheet worker');
      const pages = context.pages().length;

      const ofPanel = { ...COMMON, ...OF_PAGE, ...OF_EXTENSION };
      const ofWorker = { ...COMMON, ...OF_WORKER };
      expect(Object.keys(ofPanel).length).toBeGreaterThan(50);
      const became: Record<string, unknown> = {};
      for (const [name, script] of Object.entries(ofPanel))
        became[name] = await within(panel.evaluate(scriptOf(script, sink.port)));
      for (const [name, script] of Object.entries(ofWorker))
        became[`worker: ${name}`] = await within(worker.evaluate(scriptOf(script, sink.port)));
      expect(sink.arrivals, JSON.stringify(became, null, 1)).toEqual([]);
      // Each script has run: one that was never read proves nothing.
      const unread = Object.entries(became).filter(([, what]) => !/^(?:tried|refused)/.test(String(what)));
      expect(unread).toEqual([]);
      expect(context.pages()).toHaveLength(pages);
      expect(panel.url()).toContain('/panel.html');
      for (const name of Object.keys(OF_EXTENSION)) expect(became[name], name).toMatch(/^refused/);
      // A script in there cannot take the names back.
      expect(
        await panel.evaluate(
          `delete window.RTCPeerConnection; window.RTCPeerConnection = 1; typeof window.RTCPeerConnection`,
        ),
      ).toBe('undefined');

      // The control: the same scripts in an ordinary page are heard, so silence is no deafness.
      sink.forget();
      const heard: string[] = [];
      const deaf: string[] = [];
      for (const [name, script] of Object.entries({ ...COMMON, ...OF_PAGE })) {
        // A page of its own: what goes elsewhere would carry away the next one.
        const ordinary = await context.newPage();
        const kept = new Set(context.pages());
        await ordinary.goto(`http://127.0.0.1:${sink.port}/page`);
        const before = sink.arrivals.length;
        await within(ordinary.evaluate(scriptOf(script, sink.port)));
        const isHeard = () => sink.heard.has(name) || sink.arrivals.length > before;
        const listened = expect.poll(isHeard, { timeout: HEARD_MS }).toBe(true);
        await listened.then(
          () => heard.push(name),
          () => deaf.push(name),
        );
        for (const one of context.pages()) if (!kept.has(one)) await one.close();
        await ordinary.close();
      }
      console.log('HEARD', heard.length, heard.join(' '), '| DEAF', deaf.join(' '));
      expect(heard.length, heard.join(' ')).toBeGreaterThanOrEqual(27);
      expect(sink.heard.has('udp'), 'datagrams are heard').toBe(true);
    } finally {
      await sink.close();
    }
  },
);

/** The answer, or that there was none: a page that has gone elsewhere gives none. */
function within(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((done) => {
    timer = setTimeout(() => done('no answer'), TRIED_MS);
  });
  return Promise.race([answer.catch((error: unknown) => `gone: ${String(error)}`), late]).finally(() =>
    clearTimeout(timer),
  );
}
