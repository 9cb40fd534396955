import { expect } from '@playwright/test';
import { ELEMENT, SHADOW_ROOT, type Element, type Marionette } from './marionette';

/** Elements that may have a role, before Firefox itself is asked which one they have. */
const CANDIDATES = {
  alert: '[role=alert]',
  button: 'button, [role=button], summary',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  dialog: 'dialog, [role=dialog]',
  grid: '[role=grid]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  searchbox: 'input[type=search]',
  status: '[role=status], output',
  tab: '[role=tab]',
  textbox: 'input:not([type=checkbox], [type=file]), textarea',
} as const;
export type Role = keyof typeof CANDIDATES;

/** How long a state of the browser is waited for. Long enough for a busy machine. */
const PATIENCE = { intervals: [50, 100, 200], timeout: 60_000 };

/**
 * A document in a tab, as somebody sees it who works with it: by roles and accessible names, which
 * Firefox tells (docs/product.md 5). Each step waits for the state that it needs, never for time.
 */
export interface Screen {
  /** The handle of its tab. */
  readonly tab: string;
  /** Waits until the text is shown. */
  shows(text: string | RegExp): Promise<void>;
  /** Waits for an element of this role and name. A name that is a text is the whole name. */
  find(role: Role, name?: string | RegExp): Promise<Element>;
  /** How many there are now. */
  count(role: Role, name?: string | RegExp): Promise<number>;
  /** The text of an element, once it has what is waited for. */
  textOf(role: Role, name: string | RegExp, has: RegExp): Promise<string>;
  /** Waits until it is there and can be pressed, and presses it. */
  click(role: Role, name?: string | RegExp): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  choose(combobox: string, option: string): Promise<void>;
  /** Runs a function in the document. It is sent as a text, so it uses nothing from outside. */
  run<A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
}

/** The whole document of a tab. */
export function documentOf(marionette: Marionette, tab: string): Screen {
  return screenOf(marionette, tab, async () => {});
}

/**
 * The panel on a group page: a frame in a closed shadow root, which no script of the page reaches.
 */
export function panelOf(marionette: Marionette, tab: string): Screen {
  return screenOf(marionette, tab, async () => {
    const css = (value: string) => ({ using: 'css selector', value });
    const host = await marionette.send<Element>(
      'WebDriver:FindElement',
      css('[data-update-credentials="panel"]:not([hidden])'),
    );
    const root = await marionette.send<Record<typeof SHADOW_ROOT, string>>('WebDriver:GetShadowRoot', {
      id: host[ELEMENT],
    });
    const [frame] = await marionette.send<readonly Element[]>('WebDriver:FindElementsFromShadowRoot', {
      shadowRoot: root[SHADOW_ROOT],
      ...css('iframe'),
    });
    if (frame === undefined) throw new Error('no frame in the panel');
    await marionette.send('WebDriver:SwitchToFrame', { element: frame[ELEMENT] });
  });
}

function screenOf(marionette: Marionette, tab: string, enter: () => Promise<void>): Screen {
  /** Does something in this document, whichever was the last one. */
  const here = async <T>(work: () => Promise<T>): Promise<T> => {
    await marionette.send('WebDriver:SwitchToWindow', { handle: tab });
    await marionette.send('WebDriver:SwitchToFrame', {});
    await enter();
    return work();
  };
  const run = <A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A) =>
    marionette.send<T>('WebDriver:ExecuteScript', {
      script: `return (${work.toString()})(...arguments);`,
      args,
    });
  const all = async (role: Role, name?: string | RegExp): Promise<readonly Element[]> => {
    // Elements come back as references to them.
    const candidates = (await run(shown, CANDIDATES[role])) as unknown as readonly Element[];
    const found: Element[] = [];
    for (const one of candidates) {
      const id = one[ELEMENT];
      if (!isNamed(await marionette.send('WebDriver:GetComputedLabel', { id }), name)) continue;
      if ((await marionette.send('WebDriver:GetComputedRole', { id })) === role) found.push(one);
    }
    return found;
  };
  const one = async (role: Role, name?: string | RegExp): Promise<Element> => {
    const [first] = await all(role, name);
    if (first === undefined) throw new Error(`there is no ${role} ${String(name)}: ${await run(textShown)}`);
    return first;
  };
  /** Tries again until it can be done: a document may just be loading, or drawn again. */
  const once = async <T>(work: () => Promise<T>): Promise<T> => {
    const values: T[] = [];
    await expect(async () => {
      values.push(await here(work));
    }).toPass(PATIENCE);
    return values[0] as T; // it has passed, once
  };
  return {
    tab,
    shows: (text) =>
      once(async () => {
        const now = await run(textShown);
        if (typeof text === 'string') expect(now).toContain(text);
        else expect(now).toMatch(text);
      }),
    find: (role, name) => once(() => one(role, name)),
    count: (role, name) => here(async () => (await all(role, name)).length),
    textOf: (role, name, has) =>
      once(async () => {
        const of = { id: (await one(role, name))[ELEMENT], name: 'textContent' };
        const text = await marionette.send<string>('WebDriver:GetElementProperty', of);
        expect(text).toMatch(has);
        return text;
      }),
    click: (role, name) =>
      once(async () => {
        const id = (await one(role, name))[ELEMENT];
        if (!(await marionette.send<boolean>('WebDriver:IsElementEnabled', { id })))
          throw new Error(`${role} ${String(name)} cannot be pressed yet`);
        await marionette.send('WebDriver:ElementClick', { id });
      }),
    type: (selector, text) =>
      once(async () => {
        const { [ELEMENT]: id } = await marionette.send<Element>('WebDriver:FindElement', {
          using: 'css selector',
          value: selector,
        });
        await marionette.send('WebDriver:ElementSendKeys', { id, text });
      }),
    choose: (combobox, option) =>
      once(async () => {
        const id = (await one('combobox', combobox))[ELEMENT];
        const found = await marionette.send<readonly Element[]>('WebDriver:FindElements', {
          element: id,
          using: 'css selector',
          value: 'option',
        });
        for (const each of found) {
          const of = { id: each[ELEMENT] };
          if ((await marionette.send('WebDriver:GetElementProperty', { ...of, name: 'label' })) !== option)
            continue;
          await marionette.send('WebDriver:ElementClick', of);
          return;
        }
        throw new Error(`${combobox} has no option ${option}`);
      }),
    run: (work, ...args) => once(() => run(work, ...args)),
  };
}

function isNamed(name: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

/** Sent into the document: what is drawn there of these elements. */
function shown(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
}

/** Sent into the document: all text that is drawn there. */
function textShown(): string {
  return document.body.innerText;
}
