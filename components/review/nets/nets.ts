import { late } from '../../parts/late';
import type { Net } from './net';

const PROMISE = late(async () => (await import('./promise-net')).PromiseNet);

/**
 * The safety nets, in the order in which they stand. To add one, write it in a file of its own and
 * name it here: `late(async () => (await import('./trial-net')).TrialNet)`.
 */
export const NETS: readonly Net[] = [
  late(async () => (await import('./backup-net')).BackupNet),
  late(async () => (await import('./trial-net')).TrialNet),
  late(async () => (await import('./mails-net')).MailsNet),
  late(async () => (await import('./second-person-net')).SecondPersonNet),
  PROMISE,
  late(async () => (await import('./rehearsal-net')).RehearsalNet),
];

/** The same, where the organisation wants a promise: what is to be done next stands first. */
export const NETS_AFTER_PROMISE: readonly Net[] = [PROMISE, ...NETS.filter((net) => net !== PROMISE)];
