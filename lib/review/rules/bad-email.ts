import { unreadableRule } from './unreadable';

/** Not the shape of an e-mail address (see lib/assign/read/read-email.ts). */
export const badEmail = unreadableRule('bad-email');
