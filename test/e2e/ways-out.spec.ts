import { expect, type Page, type Worker } from '@playwright/test';
import { COMMON, HAS_OWN_PAGE, OF_EXTENSION, OF_PAGE, OF_WORKER, scriptOf, UNHEARD } from './channels';
import { openGroup } from './extension-browser';
import { test, type World } from './extension-test';
import { chooseSheet } from './panel';
import { ORDINARY_PAGE, startSink, type Sink } from './sink';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/security.md: nothing leaves the panel or the sheet worker but by the background. Any script
 * in them is taken for hostile, a library that was changed for example.
 */

/** For how long one script may take; one that has gone elsewhere gives no answer. */
const TRIED_MS = 3_000;

/** Where a script runs. */
interface Realm {
  evaluate(script: string): Promise<unknown>;
}

/** A way out that was tried: what became of the script, and the sink that it was to reach. */
interface Attempt {
  readonly name: string;
  readonly became: string;
  readonly sink: Sink;
}

const IN_PANEL = { ...COMMON, ...OF_PAGE, ...OF_EXTENSION };
const IN_WORKER = { ...COMMON, ...OF_WORKER };

test('no way out of the panel or the sheet worker is open, and a sink hears each from elsewhere', async ({
  world,
}) => {
  const { panel, worker } = await panelWithSheet(world);
  const { context } = world.browser;
  const pages = context.pages().length;
  const attempts = [
    ...(await tryEach(IN_PANEL, 'panel', panel)),
    ...(await tryEach(IN_WORKER, 'sheet worker', worker)),
  ];
  // Each script has run: one that was never read proves nothing.
  expect(attempts.filter(({ became }) => !/^(?:tried|refused)/.test(became)).map(nameOf)).toEqual([]);
  expect(attempts.filter(({ name, became }) => isOfExtension(name) && became === 'tried')).toEqual([]);
  expect(context.pages()).toHaveLength(pages);
  expect(panel.url()).toContain('/panel.html');

  // The control: the same scripts, where nothing is closed. Silence is no deafness of the sinks.
  const controls = await controlOf(world);
  await expect.poll(() => deaf(controls), { message: 'heard from elsewhere', timeout: 20_000 }).toEqual([]);
  expect(controls.length).toBeGreaterThan(60);
  expect(controls.flatMap(({ sink }) => sink.arrivals).join()).toContain('datagram');

  // Asked last, so that what is slow has had as much time as the control took.
  const leaks = attempts.filter(({ sink }) => sink.arrivals.length > 0);
  expect(leaks.map(({ name, became, sink }) => `${name} (${became}): ${sink.arrivals.join(', ')}`)).toEqual(
    [],
  );
  // A script in there cannot take the names back.
  const again = 'delete window.RTCPeerConnection; window.RTCPeerConnection = 1; typeof RTCPeerConnection';
  expect(await panel.evaluate(again)).toBe('undefined');
  for (const { sink } of [...attempts, ...controls]) await sink.close();
});

const nameOf = ({ name, became }: Attempt) => `${name}: ${became}`;
const isOfExtension = (name: string) => Object.keys(OF_EXTENSION).some((one) => name === `panel: ${one}`);
const deaf = (controls: readonly Attempt[]) =>
  controls.filter(({ sink }) => sink.arrivals.length === 0).map(nameOf);

/** The panel in a tab, with a sheet in its worker. */
async function panelWithSheet({ browser }: World): Promise<{ panel: Page; worker: Worker }> {
  const panel = await browser.context.newPage();
  await openGroup(panel, 555);
  await panel.goto(`${await originOf(browser)}/panel.html?environment=production&group=555`);
  const rows = [
    ['Credential ID', 'Grade'],
    ['1', 'A'],
  ];
  await chooseSheet(panel.mainFrame(), { name: 'out.csv', text: sheetText(rows) });
  const [worker] = panel.workers();
  if (worker === undefined) throw new Error('there is no sheet worker');
  return { panel, worker };
}

async function originOf(browser: World['browser']): Promise<string> {
  return (await browser.background()).url().replace(/\/background\.js$/, '');
}

/** One after the other, each to a sink of its own. */
async function tryEach(
  scripts: Readonly<Record<string, string>>,
  where: string,
  realm: Realm | ((sink: Sink) => Promise<Realm>),
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const [name, script] of Object.entries(scripts)) {
    const hasPage = typeof realm === 'function';
    const sink = await startSink({ hasPage });
    const became = await run(hasPage ? await realm(sink) : realm, script, sink);
    attempts.push({ name: `${where}: ${name}`, became, sink });
  }
  return attempts;
}

/**
 * The same ways out of an ordinary page, of its worker, and of an open page of the extension. Those
 * that leave the page or open another have a page of their own, and come last: they take the
 * browser's attention from the others.
 */
async function controlOf({ browser }: World): Promise<readonly Attempt[]> {
  const home = await startSink({ hasPage: true });
  const shared = await ordinaryPage(browser, home);
  const started = shared.waitForEvent('worker');
  await shared.evaluate(`window.worker = new Worker(URL.createObjectURL(new Blob([''])))`);
  const worker = await started;
  const open = await browser.context.newPage();
  await open.goto(`${await originOf(browser)}/popup.html`);
  await shared.bringToFront();
  const heard = (scripts: Readonly<Record<string, string>>, isAlone: boolean) =>
    Object.fromEntries(
      Object.entries(scripts).filter(
        ([name]) => !Object.hasOwn(UNHEARD, name) && HAS_OWN_PAGE.has(name) === isAlone,
      ),
    );
  const controls = [
    ...(await tryEach(heard({ ...COMMON, ...OF_PAGE }, false), 'page', shared)),
    ...(await tryEach(heard(IN_WORKER, false), 'worker', worker)),
    ...(await tryEach(heard(OF_PAGE, true), 'page', (sink) => ordinaryPage(browser, sink))),
    ...(await tryEach(heard(OF_EXTENSION, false), 'popup', open)),
  ];
  await home.close();
  return controls;
}

async function ordinaryPage({ context }: World['browser'], { port }: Sink): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}${ORDINARY_PAGE}`);
  return page;
}

/** Runs a script and says what became of it: "tried", "refused: ...", or "no answer". */
async function run(realm: Realm, script: string, { port }: Sink): Promise<string> {
  const answer = realm
    .evaluate(scriptOf(script, port))
    .then(String, (error: unknown) => `gone: ${String(error)}`);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done('no answer'), TRIED_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
