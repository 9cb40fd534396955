import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  CLOSE_MESSAGE,
  RELOAD_MESSAGE,
  createPanelFrame,
  type PanelFrame,
} from '../../../components/page/panel-frame';

const TEXTS = { title: 'Update Credentials', resize: 'Width of the panel' };

let document: Document;
let view: { Event: typeof Event; dispatchEvent(event: Event): void };
let panel: PanelFrame;
let closed: number;
let reloaded: number;
let whole: number;
/** The part that only the content script has a hand on. */
let shadow: ShadowRoot;
let raised: number;
let tokens: number;
const theFrame = {};

beforeEach(() => {
  const window = parseHTML('<!doctype html><html><body><main></main></body></html>');
  document = window.document;
  view = window;
  closed = 0;
  reloaded = 0;
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
    (then) => {
      closed += 1;
      if (then === 'reload') reloaded += 1;
    },
  );
});
const host = () => document.querySelector<HTMLElement>('update-credentials-panel');
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

  test.each<[string, () => { source: unknown; data: string }, number]>([
    ['its own window asks', () => ({ source: theFrame, data: CLOSE_MESSAGE }), 1],
    ['its own window asks for a reload', () => ({ source: theFrame, data: RELOAD_MESSAGE }), 1],
    ['the page asks for a reload', () => ({ source: {}, data: RELOAD_MESSAGE }), 0],
    ['its own window says something else', () => ({ source: theFrame, data: 'resize' }), 0],
    ['the page asks', () => ({ source: {}, data: CLOSE_MESSAGE }), 0],
    ['nobody asks', () => ({ source: null, data: CLOSE_MESSAGE }), 0],
  ])('is closed only by its own window: %s', (_name, message, expected) => {
    open();
    Object.defineProperty(frame(), 'contentWindow', { value: theFrame });
    view.dispatchEvent(Object.assign(new view.Event('message'), message()));
    expect(closed).toBe(expected);
    expect(reloaded).toBe(message().data === RELOAD_MESSAGE ? expected : 0);
    panel.remove();
    view.dispatchEvent(Object.assign(new view.Event('message'), message()));
    expect(closed).toBe(expected);
  });
});

describe('the panel in the frame', () => {
  const load = (): unknown[] => {
    const sent: unknown[] = [];
    Object.defineProperty(frame(), 'contentWindow', {
      configurable: true,
      value: { postMessage: (...message: unknown[]) => sent.push(message) },
    });
    frame()?.dispatchEvent(new view.Event('load'));
    return sent;
  };

  test('is given a token of its own at each load, and nobody else is known', () => {
    open();
    expect([panel.isOf(''), panel.isOf('token 1')]).toEqual([false, false]);
    const message = (token: string) => [
      { kind: 'update-credentials:opened', token },
      'chrome-extension://id',
    ];
    expect(load()).toEqual([message('token 1')]);
    expect([panel.isOf('token 1'), panel.isOf('token 2'), panel.isOf('')]).toEqual([true, false, false]);
    expect(load()).toEqual([message('token 2')]);
    expect([panel.isOf('token 1'), panel.isOf('token 2')]).toEqual([false, true]);
  });

  test('is out of reach of the page and above it, each time that it is shown', () => {
    open();
    expect(host()?.querySelectorAll('*')).toHaveLength(0);
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
