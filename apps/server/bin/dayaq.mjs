#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/dayaq.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  console.error('Dayaq is not built yet: run `npm run build`.');
  process.exitCode = 1;
}
