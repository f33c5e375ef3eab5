import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Pictures of the pages' parts as they should be: see `npm run look -- --renew`. */
const KEPT = join(import.meta.dirname, '../look');
/** Where those that are not as they should be are put, beside what differs. */
const WRONG = process.env['E2E_SHOTS'] ?? join(tmpdir(), 'dayaq-e2e-pictures');
export const RENEWING = process.env['LOOK_RENEW'] === '1';

/** How far two colours may be apart and count as the same, from 0 to 1; smoothed edges of letters never count. */
const COLOUR = 0.15;
/** The share of pixels that may differ: another Chromium draws letters a little differently. */
const SHARE = 0.008;
/** Pixels by which a part may be higher or lower: a line of another height moves everything below it by less. */
const HIGHER = 4;

/** Compares a picture with the kept one, or keeps it; answers what is wrong, or null. */
export async function compare(name: string, taken: Buffer): Promise<string | null> {
  const path = join(KEPT, `${name}.png`);
  if (RENEWING) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(path, taken);
    return null;
  }
  if (!existsSync(path)) return `${name}: no picture is kept`;
  const difference = differ(PNG.sync.read(await readFile(path)), PNG.sync.read(taken));
  if (difference === null) return null;
  await mkdir(WRONG, { recursive: true });
  await writeFile(join(WRONG, `look-${name}.png`), taken);
  if (difference.drawn !== null) await writeFile(join(WRONG, `look-${name}-differs.png`), difference.drawn);
  return `${name}: ${difference.says}`;
}

/** What is different between two pictures, in words and drawn; null where they are alike. */
export function differ(kept: PNG, taken: PNG): { says: string; drawn: Buffer | null } | null {
  const { width } = kept;
  if (taken.width !== width || Math.abs(taken.height - kept.height) > HIGHER)
    return {
      says: `${taken.width} × ${taken.height} instead of ${width} × ${kept.height} pixels`,
      drawn: null,
    };
  const height = Math.min(kept.height, taken.height);
  const drawn = new PNG({ width, height });
  const pixels = pixelmatch(rows(kept, height), rows(taken, height), drawn.data, width, height, {
    threshold: COLOUR,
  });
  const share = pixels / (width * height);
  if (share <= SHARE) return null;
  return { says: `${(share * 100).toFixed(2)} % of its pixels differ`, drawn: PNG.sync.write(drawn) };
}

const rows = ({ data, width }: PNG, height: number): Buffer => data.subarray(0, width * height * 4);
