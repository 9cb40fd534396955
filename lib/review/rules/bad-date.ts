import { unreadableRule } from './unreadable';

/** Not a date, not a real one (31 Feb), or not one in the order of its column. */
export const badDate = unreadableRule('bad-date');
