import { decodeCanonical, encodeCanonical } from '@dayaq/sealing';
import type { Keep } from './adapters.ts';

/**
 * What this device remembers before anything is unlocked. The device secret stands here in the clear: only the
 * passphrase stands between a taken, locked device and its data (`SECURITY.md`).
 */
export interface DeviceRecord {
  account: string;
  deviceSecret: Uint8Array;
  sealedRoot: Uint8Array;
  /** A database was made here: if it is gone at the next opening, it was damaged. */
  hasDatabase: boolean;
  /** 16 bytes by which the server that this account belongs to calls itself; null while it was not asked. */
  server: Uint8Array | null;
}

const NAME = 'device';

export async function readDevice(keep: Keep): Promise<DeviceRecord | null> {
  const bytes = await keep.get(NAME);
  if (bytes === null) return null;
  const decoded = decodeCanonical(bytes, { maxBytes: 8192 });
  if (!decoded.ok) return null;
  return decoded.value as DeviceRecord;
}

export async function writeDevice(keep: Keep, record: DeviceRecord): Promise<void> {
  await keep.put(NAME, encodeCanonical(record));
}
