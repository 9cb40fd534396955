import { unreadableRule } from './unreadable';

/** Neither yes nor no. It is never taken for no. */
export const badFlag = unreadableRule('bad-flag');
