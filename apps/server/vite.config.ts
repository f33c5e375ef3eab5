import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One file for the server: workspace packages inside, packages from the registry beside it in `node_modules`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      output: { entryFileNames: 'dayaq.js', banner: '#!/usr/bin/env node', codeSplitting: false },
    },
  },
  ssr: { noExternal: [/^@dayaq\//], target: 'node' },
});
