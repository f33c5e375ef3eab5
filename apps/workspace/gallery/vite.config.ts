import { join } from 'node:path';
import { defineConfig } from 'vite';
import { DRAWING, TARGET } from '../build/drawing.ts';

/** The gallery is built and served apart: no phone ever gets a byte of it. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: join(import.meta.dirname, '../../../node_modules/.cache/dayaq/gallery-vite'),
  ...DRAWING,
  build: {
    target: TARGET,
    outDir: join(import.meta.dirname, '../../../node_modules/.cache/dayaq/gallery'),
    emptyOutDir: true,
    reportCompressedSize: false,
  },
});
