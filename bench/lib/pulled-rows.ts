import { cardOf } from '@dayaq/domain';
import { mergeDossier, readEntry } from '@dayaq/journal';
import { LIMITS } from '@dayaq/protocol';
import { type DossierId, idBytes, idText, openGeneration, readGeneration, unwrap } from '@dayaq/sealing';
import { plainRecords } from '../../packages/vault/src/projected.ts';
import { type Circle, must, type Writer } from './circle.ts';

/** One sealed entry as it came, with what opens it: everything that the baseline is given for nothing. */
export interface SealedRow {
  dossier: DossierId;
  generation: number;
  position: number;
  id: Uint8Array;
  sealed: Uint8Array;
}

export interface PulledRows {
  entries: SealedRow[];
  /** Raw keys of the dossiers' generations. */
  keys: Map<DossierId, Uint8Array>;
}

/** Fetches the whole log of a space and opens its dossiers' keys, before any clock runs. */
export async function fetchRows(circle: Circle): Promise<PulledRows> {
  const [{ account, server }] = circle.writers as [Writer];
  const rows: PulledRows = { entries: [], keys: new Map() };
  for (let after = 0; ; ) {
    const page = must(
      await server.call('entries/pull', { space: idBytes(circle.space), after, limit: LIMITS.itemsPerPull }),
    );
    for (const item of page.items) {
      if (item.t === 'charter' || item.t === 'closed') continue;
      const dossier = idText<DossierId>(item.dossier);
      if (item.t === 'entry') {
        const { g: generation, p: position, id, sealed } = item;
        rows.entries.push({ dossier, generation, position, id, sealed });
      } else {
        const header = unwrap(await readGeneration(item.header));
        rows.keys.set(
          dossier,
          unwrap(await openGeneration(header, { epochKey: circle.epochKey, account })).expose(),
        );
      }
    }
    if (!page.more) return rows;
    after = page.position;
  }
}

/** The searched text of each case, as the vault puts it together. */
export async function textsOf(
  opened: ReadonlyMap<DossierId, Uint8Array[]>,
): Promise<{ dossier: DossierId; text: string }[]> {
  const found: { dossier: DossierId; text: string }[] = [];
  for (const [dossier, bytes] of opened) {
    const entries = await Promise.all(bytes.map(async (each) => unwrap(await readEntry(each))));
    const records = plainRecords(mergeDossier(entries));
    if (records.some((record) => record.kind === 'case')) {
      found.push({ dossier, text: cardOf(dossier, records).text });
    }
  }
  return found;
}
