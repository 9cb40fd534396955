import { groupId } from '../credential/ids';
import type { GroupPage } from './environment';
import { ENVIRONMENTS } from './hosts';

/** The panel's address for a group page, below the extension's origin. */
export function panelPath(page: GroupPage): `/panel.html?${string}` {
  return `/panel.html?${new URLSearchParams({ environment: page.environment, group: page.groupId }).toString()}`;
}

/** Reads the group page from the panel's address; null when there is none in it. */
export function pageOfPanel(search: string): GroupPage | null {
  const query = new URLSearchParams(search);
  const environment = ENVIRONMENTS.find((candidate) => candidate === query.get('environment'));
  const group = query.get('group');
  if (environment === undefined || group === null || !/^\d{1,18}$/.test(group)) return null;
  return { environment, groupId: groupId(group) };
}
