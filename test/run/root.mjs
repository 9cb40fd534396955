// @ts-check
import { join } from 'node:path';

/**
 * The project's folder. Everything in test/run is plain JavaScript: it runs before anything is
 * installed.
 */
export const ROOT = join(import.meta.dirname, '../..');

/** Output of the commands; git ignores it. */
export const OUTPUT = join(ROOT, '.output');
