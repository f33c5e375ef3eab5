import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { FIRST_PARTS } from '../src/routes.ts';

/**
 * Not laid up on every phone: what is wanted only where a passphrase is chosen, which needs the network anyway, and the reader of
 * HEIC, which is large and wanted by few (without it a photo has no clean copy, and that is said).
 */
const ONLINE_ONLY = /^assets\/(?:estimate|heic|passphrase-words\.[a-z]{2}\.gen)-/;

/**
 * Tells the service worker which files make up this version. In the built worker, `__FILES__` becomes the list of
 * addresses, `__PAGES__` the beginnings of the pages' addresses, and `__VERSION__` a hash over their contents.
 */
export function offlineList(): Plugin {
  let publicFolder = '';
  return {
    name: 'offline-list',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['service-worker.js'];
        if (worker?.type !== 'chunk') throw new Error('the build has no service-worker.js');
        if (worker.imports.length > 0) throw new Error('the service worker must import nothing');
        const hash = createHash('sha256').update(worker.code);
        const files: string[] = [];
        for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (name === 'service-worker.js' || name.endsWith('.map')) continue;
          if (!ONLINE_ONLY.test(name)) files.push(name === 'index.html' ? '/' : `/${name}`);
          hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
        }
        for (const name of readdirSync(publicFolder).sort()) {
          files.push(`/${name}`);
          hash.update(name).update(readFileSync(join(publicFolder, name)));
        }
        worker.code = worker.code
          .replace('__FILES__', JSON.stringify(files))
          .replace('__PAGES__', JSON.stringify(FIRST_PARTS))
          .replace('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)));
      },
    },
  };
}
