import { newReference, REFERENCE_BYTES } from '@dayaq/domain';
import type { Change, Failure, Id, SaveTogether, Value, Vault } from '@dayaq/vault/client';
import { type Brought, casesOf, noteBrought, noteCases } from './brought.ts';

type Room = Pick<
  Vault,
  'waiting' | 'heldAct' | 'dropHeld' | 'newId' | 'idsFor' | 'saveTogether' | 'preference' | 'setPreference'
>;

/** What an import brought that nobody else gets. */
export interface Shut {
  /** Acts that wait on this device, by the dossier that they are about. */
  acts: ReadonlyMap<Id, readonly Id[]>;
  /** How many dossiers the import brought, those among them. */
  of: number;
}

/**
 * Dossiers of an import that stand under numbers which somebody else took first and closed: as the numbers follow from the rows,
 * whoever has the file can. What was brought waits here, and reaches nobody.
 */
export async function shutIn(vault: Room, brought: Brought): Promise<Shut> {
  const dossiers = new Set(await casesOf(vault, brought));
  const acts = new Map<Id, Id[]>();
  for (const { id, dossier, space, held } of await vault.waiting()) {
    if (held !== 'closed-to-you' || id === '' || space !== brought.space) continue;
    if (dossier !== null && dossiers.has(dossier)) acts.set(dossier, [...(acts.get(dossier) ?? []), id]);
  }
  return { acts, of: dossiers.size };
}

const SECRET = 'register.own';

/** Part of the names of own numbers: colleagues reckon the id of any name that they know. Kept, so that a cut brings nothing twice. */
async function secretOf(vault: Room): Promise<string> {
  const kept = await vault.preference(SECRET);
  if (typeof kept === 'string') return kept;
  const fresh = await vault.newId();
  await vault.setPreference(SECRET, fresh);
  return fresh;
}

/** Dossiers that are saved together. */
const SLICE = 100;

/**
 * Brings them under numbers of this account's own, which nobody else reckons. Cut off, it is gone on with by doing it again.
 * @returns null where all of them were brought
 */
export async function bringUnderOwn(vault: Room, brought: Brought): Promise<Failure | null> {
  const secret = await secretOf(vault);
  let note = brought;
  for (;;) {
    const slice = [...(await shutIn(vault, note)).acts].slice(0, SLICE);
    if (slice.length === 0) return null;
    const written: SaveTogether[] = [];
    for (const [dossier, held] of slice) {
      const changes: Change[] = [];
      for (const id of held) {
        const act = await vault.heldAct(id);
        if (!act.ok) return act.failure;
        changes.push(...act.value.changes);
      }
      written.push({ dossier, changes, begins: true });
    }
    const before = [...new Set(written.flatMap(({ changes }) => changes.map(({ record }) => record)))];
    const after = await vault.idsFor(before.map((id) => `register/own/${secret}/${id}`));
    if (after.length !== before.length) return { code: 'locked' };
    const ids = new Map(before.map((id, i) => [id, after[i] as Id]));
    const acts = written.map((act) => underOwn(act, ids));
    await noteCases(
      vault,
      note,
      acts.map(({ dossier }) => dossier),
    );
    const saved = await vault.saveTogether(acts);
    if (!saved.ok) return saved.failure;
    note = { ...note, lists: note.lists + 1 };
    await noteBrought(vault, note);
    for (const id of slice.flatMap(([, held]) => held)) {
      const dropped = await vault.dropHeld(id);
      if (!dropped.ok) return dropped.failure;
    }
  }
}

function underOwn({ dossier, changes }: SaveTogether, ids: ReadonlyMap<Id, Id>): SaveTogether {
  return {
    dossier: ids.get(dossier) ?? dossier,
    begins: true,
    changes: changes.map((change) => {
      const fields = Object.fromEntries(
        Object.entries(change.fields).map(([name, op]) => [
          name,
          'set' in op
            ? {
                set:
                  name === 'reference'
                    ? newReference(crypto.getRandomValues(new Uint8Array(REFERENCE_BYTES)))
                    : renumbered(op.set, ids),
              }
            : { add: op.add.map((id) => ids.get(id) ?? id), del: [] },
        ]),
      );
      return { ...change, record: ids.get(change.record) ?? change.record, fields };
    }),
  };
}

const renumbered = (value: Value, ids: ReadonlyMap<Id, Id>): Value =>
  typeof value === 'string'
    ? (ids.get(value) ?? value)
    : Array.isArray(value)
      ? value.map((each) => renumbered(each, ids))
      : value;
