import { defineConfig } from 'vite';
import { compressed } from '../workspace/build/compressed.ts';
import { TARGET } from '../workspace/build/drawing.ts';

/** One small script a public page; what is wanted later (other languages' words, a phrase's stretching) comes later. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  base: './',
  build: {
    target: TARGET,
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        front: 'src/front.ts',
        tell: 'src/tell.ts',
        back: 'src/back.ts',
        survey: 'src/survey.ts',
        apply: 'src/apply.ts',
        page: 'src/page.css',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
        // Where the network is slow each further request costs more than the kilobyte that a page loads without using it.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'page', test: /src\/(page|door-notice)\.ts$/ },
            {
              name: 'send',
              test: /public\/src\/(send|steps|readers|keeping|word-lists)\.ts$|sealing\/src\/(letter-content|drop|receipt-words|canonical-passphrase)\.ts$|passphrase-words/,
            },
          ],
        },
      },
    },
  },
  plugins: [compressed()],
});
