import { unreadableRule } from './unreadable';

/** Not the shape of an e-mail address (see assign/read-email.ts). */
export const badEmail = unreadableRule('bad-email');
