import { unreadableRule } from './unreadable';

/** Not a phone number with its country code (E.164). */
export const badPhone = unreadableRule('bad-phone');
