import { mergeConfig } from 'vite';
import { defineConfig, type ConfigEnv } from 'wxt';
import base from '../../wxt.config';
import { planted, PLANTS } from './plants.mjs';

/** The production build with one leak in it (planted.mjs), in a folder of its own. */
const plant = PLANTS[process.env['PLANT'] ?? ''];
if (plant === undefined) throw new Error(`PLANT names one of: ${Object.keys(PLANTS).join(', ')}`);
let isIn = false;

export default defineConfig({
  ...base,
  outDir: '.output/planted',
  hooks: {
    ...base.hooks,
    'build:done': () => {
      if (!isIn)
        throw new Error(`The package that is to be changed is not in the build: ${String(plant.file)}`);
    },
  },
  vite: async (env: ConfigEnv) =>
    mergeConfig((await base.vite?.(env)) ?? {}, { plugins: [planted(plant, () => (isIn = true))] }), // none: all is usual
});
