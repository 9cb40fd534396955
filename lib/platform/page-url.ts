import { groupId, type GroupId } from '../credential/ids';
import type { GroupPage } from './environment';
import { environmentOfDashboard } from './hosts';

/** A group page of the dashboard, with anything behind it (docs/platform.md, Hosts (C)). */
const GROUP_PATH = /^\/issuer\/dashboard\/group\/(\d{1,18})(?:\/|$)/;

/** Reads the address of a group page; null for any other address. */
export function groupPageOf(url: Pick<URL, 'hostname' | 'pathname'>): GroupPage | null {
  const environment = environmentOfDashboard(url.hostname);
  const id = GROUP_PATH.exec(url.pathname)?.[1]; // null: no group page
  if (environment === null || id === undefined) return null;
  return { environment, groupId: groupId(id) };
}

/** The path of a group's page on the dashboard, to be appended to `dashboardOrigin`. */
export function groupPagePath(id: GroupId): string {
  return `/issuer/dashboard/group/${encodeURIComponent(id)}/information-and-appearance`;
}
