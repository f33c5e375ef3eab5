import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Pictures of a journey, to look at afterwards. */
const FOLDER = process.env['E2E_SHOTS'] ?? join(tmpdir(), 'dayaq-e2e-pictures');

/** What can be looked at: any device's open page. */
interface Seen {
  readonly page: { screenshot(how: { path: `${string}.png`; fullPage: true }): Promise<unknown> };
}

export async function photograph(device: Seen, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const path = `${join(FOLDER, name.replace(/[^\p{L}\d]+/gu, '-'))}.png` as const;
  await device.page.screenshot({ path, fullPage: true });
}
