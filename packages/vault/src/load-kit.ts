import type * as KitParts from '@dayaq/sealing/kit';
import { Secret } from '@dayaq/sealing';
import type { DeviceRecord } from './device.ts';

export type Kit = typeof KitParts;

/**
 * What reads and words a kit; null where it cannot be fetched. Its list comes apart, when a kit is shown or typed: nobody
 * needs it to sign in.
 */
export const loadKit = (): Promise<Kit | null> => import('@dayaq/sealing/kit').catch(() => null);

/** The words of the kit of this device's account. */
export const kitOf = ({ kitWords }: Kit, { deviceSecret }: DeviceRecord): string[] =>
  kitWords(new Secret(deviceSecret.slice()));
