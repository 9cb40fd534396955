// @ts-check
import { hearPlanted } from './planted.mjs';

/* `npm run planted`, or with names of plants after `--`: see planted.mjs. */

const names = process.argv.slice(2);
const { passed, failed, output } = await hearPlanted(names.length === 0 ? undefined : names);
process.stdout.write(`${output}\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
