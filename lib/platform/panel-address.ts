import { groupId } from '../credential/ids';
import type { GroupPage } from './environment';
import { ENVIRONMENTS } from './hosts';

/** The panel's own address for a group page, below the extension's origin. */
export function panelPath(page: GroupPage): `/panel.html?${string}` {
  return `/panel.html?${new URLSearchParams({ environment: page.environment, group: page.groupId }).toString()}`;
}

/** The group page that the panel's address names; null when it names none. */
export function pageOfPanel(search: string): GroupPage | null {
  const query = new URLSearchParams(search);
  const environment = ENVIRONMENTS.find((candidate) => candidate === query.get('environment'));
  const group = query.get('group');
  if (environment === undefined || group === null || !/^\d{1,18}$/.test(group)) return null;
  return { environment, groupId: groupId(group) };
}
