import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../run/root.mjs';
import { MODULES } from './modules.mjs';

test.each(Object.entries(MODULES))(
  'the file and the tests of %s are where the table says',
  (_, { file, tests }) => {
    expect([file, ...tests].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  },
);
