import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Device } from './device.ts';

/** Pictures of a journey, to look at afterwards. */
const FOLDER = process.env['E2E_SHOTS'] ?? join(tmpdir(), 'dayaq-e2e-pictures');

export async function photograph(device: Device, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name.replace(/[^\p{L}\d]+/gu, '-')}.png`);
  await device.page.screenshot({ path, fullPage: true });
}
