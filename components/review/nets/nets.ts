import { late } from '../../parts/late';
import type { Net } from './net';

/**
 * The safety nets, in the order in which they stand. To add one, write it in a file of its own and
 * name it here: `late(async () => (await import('./trial-net')).TrialNet)`.
 */
export const NETS: readonly Net[] = [
  late(async () => (await import('./backup-net')).BackupNet),
  late(async () => (await import('./trial-net')).TrialNet),
  late(async () => (await import('./mails-net')).MailsNet),
  late(async () => (await import('./second-person-net')).SecondPersonNet),
  late(async () => (await import('./promise-net')).PromiseNet),
  late(async () => (await import('./rehearsal-net')).RehearsalNet),
];
