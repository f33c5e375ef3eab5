import {
  type Around,
  type ChosenCopy,
  copiesOf,
  custodyDocument,
  type Giving,
  givingChanges,
  nameInside,
} from '@dayaq/acts/file/custody-bundle';
import type { DossierView, Failure, Outcome } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { whileWorking } from '../../shell/work-under-way.ts';
import { memberName, type Room } from '../room.ts';

/** Bytes that one bundle holds: all of it lies in memory until it is saved. */
export const MOST_BYTES = 128 * 1024 * 1024;

export interface Made {
  bundle: Blob;
  name: string;
  /** Of the key that signed it. */
  fingerprint: string;
  /** Notes on the sheet of each file that its copy was handed over. */
  note(): Promise<Outcome<unknown>>;
}

interface Asked {
  copies: readonly ChosenCopy[];
  giving: Giving;
  /** Names and own words go along. */
  named: boolean;
  reference: string;
  onProgress(done: number, total: number): void;
}

/**
 * Opens the copies and signs them together with their sheets. Nothing was handed over yet: that is noted when the bundle is
 * let out (`Made.note`), and nothing is let out that was not noted.
 */
export async function makeBundle(
  room: Room,
  dossier: DossierView,
  { copies, giving, named, reference, onProgress }: Asked,
): Promise<Outcome<Made>> {
  const { vault } = room;
  return whileWorking(async () => {
    onProgress(0, copies.length);
    const { writeBundle } = await import('@dayaq/bundle/write');
    const files = [...new Set(copies.map(({ file }) => file))];
    const readme = new TextEncoder().encode(`${t('files.bundle.readme')}\n`);
    const inside = [{ name: 'README.txt', bytes: readme }];
    for (const [index, { file, copy }] of copies.entries()) {
      const one = copiesOf(file).find((each) => each.copy === copy);
      if (one === undefined) throw new Error('a copy was chosen that the file has not');
      const opened = await vault.openFile({ dossier: dossier.id, file: one.sealed });
      if (!opened.ok) return opened;
      inside.push({ name: nameInside(files.indexOf(file), one), bytes: new Uint8Array(opened.value) });
      onProgress(index + 1, copies.length);
    }
    const ids = await Promise.all(copies.map(() => vault.newId()));
    const steps = givingChanges(copies, giving, ids, { me: room.me, today: room.today });
    const around: Around = {
      records: dossier.records,
      reference,
      named,
      nameOf: (account) => memberName(room, account),
    };
    const own = (await vault.signKeys()).find(({ account }) => account === room.me);
    if (own === undefined) return failed({ code: 'not-found' });
    let failure: Failure | null = null;
    const parts = await writeBundle({
      custody: custodyDocument(copies, steps, around),
      files: inside,
      account: own.account,
      key: own.key,
      now: Date.now(),
      sign: async (manifest) => {
        const signed = await vault.signBundle(manifest);
        if (signed.ok) return signed.value;
        failure = signed.failure;
        return null;
      },
    });
    if (parts === null) return failed(failure ?? { code: 'not-found' });
    const bundle = new Blob(parts, { type: 'application/zip' });
    return {
      ok: true,
      value: {
        bundle,
        name: `custody-${room.today}.zip`,
        fingerprint: own.fingerprint,
        note: () => vault.save({ dossier: dossier.id, changes: steps }),
      },
    };
  });
}

const failed = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
