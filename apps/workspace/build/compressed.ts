import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = new Set(['.js', '.css', '.wasm', '.svg', '.json', '.html', '.txt', '.webmanifest']);
const SMALLEST = 512;

/** Writes a .br and a .gz beside every text-like file of the build, so that the server never compresses by itself. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // A build that failed has no folder, and an error of its own to show.
        if (!existsSync(folder)) return;
        for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !WORTH_IT.has(extname(entry.name))) continue;
          const path = join(entry.parentPath, entry.name);
          const plain = await readFile(path);
          if (plain.length < SMALLEST) continue;
          await writeFile(
            `${path}.br`,
            await promisify(brotliCompress)(plain, {
              params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
            }),
          );
          await writeFile(`${path}.gz`, await promisify(gzip)(plain, { level: 9 }));
        }
      },
    },
  };
}
