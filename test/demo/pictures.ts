import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { OUTPUT, ROOT } from '../run/root.mjs';
import { installPictures } from './pictures-of-install';
import { storePictures } from './pictures-of-store';
import { wholeJob } from './whole-job';
import { withDemo } from './with-demo';

/*
 * `npm run pictures`: makes the pictures of README.md, docs/install.md and docs/store again, in the
 * production build. Look at them before they are committed: nothing else does.
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
    await mkdir(FOLDER, { recursive: true });
    // They change nothing, and so come before the job.
    await installPictures(demo, FOLDER);
    await storePictures(demo, join(ROOT, 'docs/store/pictures'));
    await wholeJob(demo);
    const taken = await readdir(demo.folder);
    for (const [step, picture] of PICTURES) {
      const screenshot = taken.find((name) => name.endsWith(`-${step}.png`));
      if (screenshot === undefined) throw new Error(`The demo has left no screenshot of its step "${step}".`);
      await copyFile(join(demo.folder, screenshot), join(FOLDER, picture));
      demo.say(`Picture: ${relative(ROOT, join(FOLDER, picture))}`);
    }
  },
);
