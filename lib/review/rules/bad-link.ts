import { unreadableRule } from './unreadable';

/** An image or evidence link that is no full http or https address, or a description of evidence without its link. */
export const badLink = unreadableRule('bad-link');
