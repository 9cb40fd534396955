import { describe, expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import { ENVIRONMENTS } from '../../../lib/platform/hosts';
import { pageOfPanel, panelPath } from '../../../lib/platform/panel-address';

describe("the panel's address", () => {
  test.each(ENVIRONMENTS)('names its page and is read back: %s', (environment) => {
    const page = { environment, groupId: groupId('123456789012345678') };
    const url = new URL(panelPath(page), 'chrome-extension://x');
    expect([url.pathname, pageOfPanel(url.search)]).toEqual(['/panel.html', page]);
  });

  test.each([
    ['nothing', ''],
    ['no group', '?environment=production'],
    ['no environment', '?group=555'],
    ['another environment', '?environment=staging&group=555'],
    ['a name of a prototype', '?environment=constructor&group=555'],
    ['an environment in capitals', '?environment=Production&group=555'],
    ['an empty group', '?environment=eu&group='],
    ['a group that is no number', '?environment=eu&group=55x'],
    ['a way out of the path', '?environment=eu&group=../1'],
    ['a group with a line behind it', '?environment=eu&group=555%0A'],
    ['a negative group', '?environment=eu&group=-5'],
    ['a group too long for a number', `?environment=eu&group=${'9'.repeat(19)}`],
    ['digits of another script', '?environment=eu&group=%D9%A5'],
  ])('names none: %s', (_name, search) => {
    expect(pageOfPanel(search)).toBeNull();
  });

  test('has the first of two groups', () => {
    expect(pageOfPanel('?environment=eu&group=1&group=2')).toEqual({ environment: 'eu', groupId: '1' });
  });
});
