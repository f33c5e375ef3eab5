import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

type Ctx = Context<{ Bindings: Partial<HttpBindings> }>;

export interface StaticFiles {
  serve(c: Ctx): Response;
  /** The file at this path, such as `/page.css`, as something that no browser keeps; null where there is none. */
  unkept(c: Ctx, path: string): Response | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** File names that carry a hash of what is in them, as the build writes them. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Reads a built workspace into memory, so that no path from outside ever reaches the disk. */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, Buffer<ArrayBuffer>>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, Buffer.from(await readFile(path)));
  }

  const respond = (
    c: Ctx,
    path: string,
    plain: Buffer<ArrayBuffer>,
    keeping = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  ): Response => {
    const headers: Record<string, string> = {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': keeping,
      vary: 'accept-encoding',
    };
    const accepted = (c.req.header('accept-encoding') ?? '')
      .split(',')
      .map((part) => part.trim().split(';')[0]);
    for (const [encoding, suffix] of ENCODINGS) {
      const packed = files.get(path + suffix);
      if (packed && accepted.includes(encoding))
        return c.body(packed, 200, { ...headers, 'content-encoding': encoding });
    }
    return c.body(plain, 200, headers);
  };

  return {
    unkept(c, path) {
      const found = files.get(path);
      return found === undefined ? null : respond(c, path, found, 'no-store');
    },
    serve(c) {
      const path = c.req.path === '/' ? '/index.html' : c.req.path;
      const found = files.get(path);
      if (found) return respond(c, path, found);
      const shell = files.get('/index.html');
      if (!shell || path.startsWith('/assets/')) return c.text('', 404);
      return respond(c, '/index.html', shell);
    },
  };
}
