import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPanelFrame, type PanelFrame } from '../../../components/page/panel-frame';

const TEXTS = { title: 'Update Credentials', resize: 'Width of the panel' };

let document: Document;
let view: { Event: typeof Event; dispatchEvent(event: Event): void };
let panel: PanelFrame;
/** The wishes of the panel that were heard. */
let wishes: string[];
let whole: number;
/** The part that only the content script has a hand on. */
let shadow: ShadowRoot;
let raised: number;
let tokens: number;

beforeEach(() => {
  const window = parseHTML('<!doctype html><html><body><main></main></body></html>');
  document = window.document;
  view = window;
  wishes = [];
  whole = 1280;
  // linkedom has no layout, no frames with a window, and no focus of a frame.
  Object.defineProperty(document.documentElement, 'clientWidth', { get: () => whole });
  const { HTMLElement: element } = window as unknown as { HTMLElement: { prototype: HTMLElement } };
  const attach = Reflect.get<HTMLElement, 'attachShadow'>(element.prototype, 'attachShadow');
  element.prototype.attachShadow = function (this: HTMLElement, init: ShadowRootInit) {
    expect(init.mode, 'the page is kept out').toBe('closed');
    return (shadow = Reflect.apply(attach, this, [init]));
  };
  Object.assign(element.prototype, { showPopover: () => (raised += 1), hidePopover() {} });
  raised = 0;
  tokens = 0;
  panel = createPanelFrame(
    document,
    'chrome-extension://x/panel.html',
    TEXTS,
    'chrome-extension://id',
    () => `token ${(tokens += 1)}`,
    (then) => wishes.push(then),
  );
});
// Its port would keep the process open.
afterEach(() => panel.remove());
const host = () => document.querySelector<HTMLElement>('[data-update-credentials="panel"]');
const edge = () => shadow.querySelector<HTMLElement>('[role="separator"]');
const frame = () => shadow.querySelector('iframe');
const width = () => shadow.querySelector<HTMLElement>('[popover]')?.style.getPropertyValue('width');

function open(): void {
  panel.show();
}
function press(key: string): void {
  edge()?.dispatchEvent(
    Object.assign(new view.Event('keydown', { bubbles: true, cancelable: true }), { key }),
  );
}

describe('the frame', () => {
  test('is put into the page when it is first shown, and keeps its work when it is hidden', () => {
    expect([panel.shown, host()]).toEqual([false, null]);
    open();
    const first = frame();
    expect(first?.getAttribute('src')).toBe('chrome-extension://x/panel.html');
    expect(first?.getAttribute('title')).toBe('Update Credentials');
    expect(panel.shown).toBe(true);
    panel.hide();
    expect([panel.shown, host()?.hidden]).toEqual([false, true]);
    open();
    expect(frame()).toBe(first);
    panel.remove();
    expect([panel.shown, host()]).toEqual([false, null]);
  });

  test('is not lost when the page replaces its whole body', () => {
    open();
    const first = frame();
    document.body.replaceWith(document.createElement('body'));
    expect(panel.shown).toBe(true);
    expect(frame()).toBe(first);
  });
});

describe('the panel in the frame', () => {
  /** Loads it, and gives what it was sent. */
  const load = (): { readonly sent: readonly unknown[]; readonly line: MessagePort } => {
    const sent: unknown[] = [];
    let line: MessagePort | undefined;
    Object.defineProperty(frame(), 'contentWindow', {
      configurable: true,
      value: {
        postMessage(message: unknown, origin: string, [port]: readonly MessagePort[]) {
          sent.push(message, origin);
          line = port;
        },
      },
    });
    frame()?.dispatchEvent(new view.Event('load'));
    if (line === undefined) throw new Error('no port came with the message');
    return { sent, line };
  };

  test('is given a token of its own at each load, and nobody else is known', () => {
    open();
    expect([panel.isOf(''), panel.isOf('token 1')]).toEqual([false, false]);
    const message = (token: string) => [
      { kind: 'update-credentials:opened', token },
      'chrome-extension://id',
    ];
    expect(load().sent).toEqual(message('token 1'));
    expect([panel.isOf('token 1'), panel.isOf('token 2'), panel.isOf('')]).toEqual([true, false, false]);
    expect(load().sent).toEqual(message('token 2'));
    expect([panel.isOf('token 1'), panel.isOf('token 2')]).toEqual([false, true]);
  });

  test('asks through a port of its own to be closed, so that no script of the page hears it', async () => {
    const heard: unknown[] = [];
    document.defaultView?.addEventListener('message', (event) => heard.push(event));
    open();
    const first = load().line;
    for (const message of ['resize', { kind: 'keep' }, null, 'update-credentials:close', 'keep', 'reload'])
      first.postMessage(message);
    await vi.waitFor(() => expect(wishes).toEqual(['keep', 'reload']));
    // The panel that is loaded now is the one that may ask.
    const second = load().line;
    first.postMessage('keep');
    second.postMessage('reload');
    await vi.waitFor(() => expect(wishes).toEqual(['keep', 'reload', 'reload']));
    // The page can say what it likes to its own window.
    for (const data of ['keep', 'reload', 'update-credentials:close'])
      view.dispatchEvent(Object.assign(new view.Event('message'), { data, source: frame()?.contentWindow }));
    expect([wishes.length, heard.length]).toEqual([3, 3]);
  });

  test('is out of reach of the page and above it, each time that it is shown', () => {
    open();
    expect(host()?.querySelectorAll('*')).toHaveLength(0);
    // A page can define a class for a name with a hyphen, which is given the closed root.
    expect(host()?.localName).not.toContain('-');
    expect(raised).toBe(1);
    panel.hide();
    open();
    expect(raised).toBe(2);
  });

  test('is covered by nothing of ours: the edge lies beside it', () => {
    expect(edge()?.nextElementSibling).toBe(frame());
    expect(edge()?.style.getPropertyValue('position')).not.toBe('absolute');
  });
});

describe('the page under it', () => {
  const isInert = () => document.body.hasAttribute('inert');

  test('is inert while the panel is shown, which is a named dialog', () => {
    expect(isInert()).toBe(false);
    open();
    expect(isInert()).toBe(true);
    expect(['role', 'aria-modal', 'aria-label'].map((name) => host()?.getAttribute(name))).toEqual([
      'dialog',
      'true',
      'Update Credentials',
    ]);
    panel.hide();
    expect(isInert()).toBe(false);
    open();
    panel.remove();
    expect(isInert()).toBe(false);
  });

  test('is inert again when the page has replaced its body', () => {
    open();
    document.body.replaceWith(document.createElement('body'));
    expect(isInert()).toBe(false);
    panel.guard();
    expect(isInert()).toBe(true);
    panel.hide();
    panel.guard();
    expect(isInert()).toBe(false);
  });

  test('stays inert where the page has made it so itself', () => {
    document.body.setAttribute('inert', '');
    open();
    panel.hide();
    expect(isInert()).toBe(true);
  });
});

describe('its edge', () => {
  test('is a named separator that keys move, no narrower than the steps need', () => {
    open();
    expect([width(), edge()?.getAttribute('aria-label')]).toEqual(['100%', TEXTS.resize]);
    press('ArrowRight');
    expect([width(), edge()?.getAttribute('aria-valuenow')]).toEqual(['1240px', '1240']);
    press('ArrowLeft');
    expect(width()).toBe('100%');
    press('Enter');
    expect(width()).toBe('100%');
    for (let times = 0; times < 40; times += 1) press('ArrowRight');
    expect([width(), edge()?.getAttribute('aria-valuemin')]).toEqual(['480px', '480']);
  });

  test('as wide as the page stays so when the window becomes wider; a chosen width stays as well', () => {
    open();
    whole = 1600;
    panel.hide();
    open();
    expect([width(), edge()?.getAttribute('aria-valuenow')]).toEqual(['100%', '1600']);
    press('ArrowRight');
    whole = 2000;
    open();
    expect(width()).toBe('1560px');
  });

  test('fills a window that is narrower than it needs', () => {
    whole = 400;
    open();
    expect(width()).toBe('100%');
    press('ArrowRight');
    expect(width()).toBe('100%');
    expect(
      ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => edge()?.getAttribute(name)),
    ).toEqual(['400', '400', '400']);
  });
});
