import { runProgram } from '../../run/program.mjs';
import { buildTrial } from './build-trial';

/*
 * `npm run try`: a folder that any static server can serve at its root, to try the extension
 * without an account, without installing it, and without a server of ours.
 */

const { code, output } = await runProgram('wxt', ['build']);
if (code !== 0) throw new Error(output);
const folder = await buildTrial();
process.stdout.write(
  `${folder}\nServe it at the root of any static server: npx vite preview --outDir ${folder}\n`,
);
