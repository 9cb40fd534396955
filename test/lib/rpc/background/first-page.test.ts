import { expect, test } from 'vitest';
import { openFirstPage } from '../../../../lib/rpc/background/first-page';

/* docs/product.md 1: the first page opens once after the installation, and never again. */

/** A browser that notes what is asked of it. `managed`: what the organisation has set. */
function browserWith(managed: unknown, wasOpened = false) {
  const asked: string[] = [];
  let noted = wasOpened;
  return {
    asked,
    page: {
      wasOpened: () => Promise.resolve(noted),
      note: () => {
        asked.push('note');
        noted = true;
        return Promise.resolve();
      },
      managed: () => Promise.resolve(managed),
      open: () => {
        asked.push('open');
        return Promise.resolve();
      },
    },
  };
}

/** [reason of the browser, limits of the organisation, was opened before, opens] */
test.each<[string, string, unknown, boolean, boolean]>([
  ['a new installation', 'install', {}, false, true],
  ['one that a command line names at each start', 'install', {}, true, false],
  ['an update of the extension', 'update', {}, false, false],
  ['an update of the browser, Chrome', 'chrome_update', {}, false, false],
  ['an update of the browser, Firefox', 'browser_update', {}, false, false],
  ['a shared module', 'shared_module_update', {}, false, false],
  ['an organisation that does not want it', 'install', { firstPage: 'off' }, false, false],
  ['an organisation that wants it', 'install', { firstPage: 'on' }, false, true],
  ['an organisation with other limits', 'install', { environments: ['eu'], mostRows: 10 }, false, true],
  ['a setting that cannot be read', 'install', { firstPage: 'no' }, false, false],
  ['settings that cannot be read at all', 'install', undefined, false, false],
])('%s', async (_, reason, managed, wasOpened, opens) => {
  const { page, asked } = browserWith(managed, wasOpened);
  await openFirstPage(reason, page);
  expect(asked).toEqual(opens ? ['note', 'open'] : []);
});

test('a page that could not be opened is not opened by a later event', async () => {
  const { page, asked } = browserWith({});
  const broken = { ...page, open: () => Promise.reject(new Error('no window')) };
  await expect(openFirstPage('install', broken)).rejects.toThrow('no window');
  await openFirstPage('install', page);
  expect(asked).toEqual(['note']);
});
