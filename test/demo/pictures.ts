import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { OUTPUT, ROOT } from '../run/root.mjs';
import { wholeJob } from './whole-job';
import { withDemo } from './with-demo';

/*
 * `npm run pictures`: does the whole job of the demo in the production build and keeps the
 * screenshots of some of its steps for README.md. Look at them before they are committed: nothing
 * else does.
 */

/** Steps of the demo, each with the picture that it gives. */
const PICTURES: readonly (readonly [step: string, picture: string])[] = [
  ['review', 'review.png'],
  ['last-question', 'confirm.png'],
];
const FOLDER = join(ROOT, 'docs/pictures');

await withDemo(
  join(OUTPUT, 'pictures'),
  (line) => console.log(line),
  async (demo) => {
    await wholeJob(demo);
    await mkdir(FOLDER, { recursive: true });
    const taken = await readdir(demo.folder);
    for (const [step, picture] of PICTURES) {
      const screenshot = taken.find((name) => name.endsWith(`-${step}.png`));
      if (screenshot === undefined) throw new Error(`The demo has left no screenshot of its step "${step}".`);
      await copyFile(join(demo.folder, screenshot), join(FOLDER, picture));
      demo.say(`Picture: ${relative(ROOT, join(FOLDER, picture))}`);
    }
  },
);
