import { type DossierId, type LetterContent, toBase64url } from '@dayaq/sealing';
import type { Value } from '../client.ts';
import type { Unlocked } from '../unlocked.ts';

const nameOf = (dossier: DossierId): string => `letter-to/${dossier}`;

/** Where answers to a correspondence go, by the field of `letter` that says so. */
type WhereTo = Readonly<Record<'address' | 'verifier' | 'box' | 'readers', string>>;

/**
 * Remembers where a correspondence is answered, as the first letter said that this device itself opened: what another reader writes
 * over its record turns no answer of this device aside.
 */
export async function noteWhereTo(
  { kept }: Unlocked,
  dossier: DossierId,
  { address, verifier, box, readers }: LetterContent,
): Promise<void> {
  if ((await kept.get(nameOf(dossier))) !== null) return;
  await kept.put(nameOf(dossier), {
    address: toBase64url(address),
    verifier: toBase64url(verifier),
    box: toBase64url(box),
    readers: readers.join(' '),
  } satisfies WhereTo);
}

/** Where to, as the letter itself said; what its record says where this device opened none of its letters. */
export async function whereTo(
  { kept }: Unlocked,
  dossier: DossierId,
  recorded: Readonly<Record<string, Value>>,
): Promise<Readonly<Record<string, Value>>> {
  const own = (await kept.get(nameOf(dossier))) as WhereTo | null;
  return own === null ? recorded : { ...recorded, ...own };
}

export const forgetWhereTo = ({ kept }: Unlocked, dossier: DossierId): Promise<void> =>
  kept.delete(nameOf(dossier));
