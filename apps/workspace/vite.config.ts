import { defineConfig } from 'vite';
import about from './package.json' with { type: 'json' };
import { awayPages } from './build/away-pages.ts';
import { compressed } from './build/compressed.ts';
import { offlineList } from './build/offline-list.ts';
import { projectionRules } from './build/projection-rules.ts';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  define: {
    'import.meta.env.VITE_VERSION': JSON.stringify(about.version),
    DAYAQ_PROJECTION_RULES: JSON.stringify(await projectionRules()),
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outDir: 'dist',
    emptyOutDir: true,
    // The policy of the server forbids data: in scripts and styles, and small files compress better apart.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One small sheet: a page whose code arrives later than its looks, or the other way round, is worse than 5 kB.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
  plugins: [awayPages(), offlineList(), compressed()],
});
