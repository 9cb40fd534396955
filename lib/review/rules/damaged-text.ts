import { unreadableRule } from './unreadable';

/** Letters were lost on the way into the sheet (see lib/assign/read/damaged-text.ts). */
export const damagedText = unreadableRule('damaged-text');
