import { failed } from '../../result';
import type { BackgroundCommand, CommandHandlers, CommandKind } from '../contract/background-contract';

/** Firefox's name for the cookies outside of containers, which are those of the background. */
const OUTSIDE = 'firefox-default';

/**
 * Whether a tab has a sign-in of its own: `cookieStoreId` is "firefox-container-2" there. Other
 * browsers have no containers and name none. The popup is in no tab.
 */
export function isInContainer(tab: object | undefined): boolean {
  return tab !== undefined && 'cookieStoreId' in tab && tab.cookieStoreId !== OUTSIDE;
}

/**
 * Commands that ask nothing of the platform and begin no work on it: what is stored here is the
 * same in every container. A command that is not among them is refused.
 */
const LOCAL: ReadonlySet<CommandKind> = new Set<CommandKind>([
  'forget-key',
  'recall-assignment',
  'remember-assignment',
  'forget-assignment',
  'list-stored',
  'forget-remembered',
  'forget-rules',
  'export-remembered',
  'import-remembered',
  'pause-run',
  'cancel-run',
  'watch-run',
  'find-run',
  'see-run',
  'list-entries',
  'find-dashboard',
  'read-public-check',
  'read-installation',
  'read-sent',
  'measure-stored',
  'read-policy',
  'report-problem',
  'list-history',
  'forget-values',
  'keep-values',
  'delete-everything',
]);

/**
 * The handlers for a tab in a container of Firefox. The background has the cookies outside of
 * containers: for such a tab it would read and write with the sign-in of somebody else, who may
 * have the same group. So it asks nothing of the platform for it (docs/security.md). `connect`
 * fails first, and the panel says why.
 */
export function refuseContained(handlers: CommandHandlers): CommandHandlers {
  const refuse = () => Promise.resolve(failed({ code: 'in-container' }));
  const kept = Object.entries(handlers).map(([kind, handler]: [string, unknown]) => [
    kind,
    LOCAL.has(kind as BackgroundCommand['kind']) ? handler : refuse,
  ]);
  // Each handler has the type of the one that it stands for.
  return Object.fromEntries(kept) as CommandHandlers;
}
