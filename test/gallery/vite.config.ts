import { defineConfig } from 'vite';

/**
 * The gallery's page: the panel's own components and styles, with the compiler settings of
 * wxt.config.ts.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    outDir: '../../.output/gallery-page',
    emptyOutDir: true,
    // SheetJS is a part of the worker that the states are made with, and is never loaded by a
    // panel.
    chunkSizeWarningLimit: 2_000,
  },
});
