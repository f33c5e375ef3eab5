import { recordChange } from '@dayaq/acts/changes-between';
import { textIn } from '@dayaq/acts/record-values';
import {
  type Count,
  give,
  Given,
  readGiven,
  type Refusal,
  SaidBefore,
  writeGiven,
} from '@dayaq/domain/count';
import type { Change, Failure, Id, RecordView, SaveTogether, Vault } from '@dayaq/vault/client';

/** What members of a space have the same number for, whoever gives first. */
const NAME = 'figures/given-out';

/** A figure that left, with who gave it. */
export interface GivenAway {
  readonly record: Id;
  readonly by: Id;
  readonly given: Given;
}

/** Everything that was given away of a space's figures, the oldest first. */
export interface Ledger {
  readonly dossier: Id;
  /** Somebody gave something away already. */
  readonly isBegun: boolean;
  readonly all: readonly GivenAway[];
}

/** Null where it cannot be read: then nothing more may leave. */
export async function ledgerOf(vault: Vault): Promise<Ledger | null> {
  const [dossier] = await vault.idsFor([NAME]);
  if (dossier === undefined) return null;
  const found = await vault.dossier(dossier);
  if (!found.ok) return found.failure.code === 'not-found' ? { dossier, isBegun: false, all: [] } : null;
  const records = found.value.records.filter(({ kind }) => kind === 'given');
  const read = records.map(givenIn);
  // What cannot be read was given all the same: nobody knows what it would tell.
  if (read.some((each) => each === null)) return null;
  const all = read.filter((each) => each !== null);
  return { dossier, isBegun: true, all: all.sort((a, b) => a.at - b.at) };
}

function givenIn(record: RecordView): (GivenAway & { at: number }) | null {
  const given = readGiven(textIn(record, 'given'));
  const { by, at } = record.created;
  return given === null ? null : { record: record.id, by, at, given };
}

/** What may leave of a count beside all that left. */
export const giveBeside = (count: Count, day: string, ledger: Ledger): Given | Refusal =>
  give(count, day, new SaidBefore(ledger.all.map(({ given }) => given)));

/** Why nothing leaves. */
export type Held = Refusal | 'no-ledger';

/**
 * Writes down that a figure leaves, before it does, together with what else is to be kept of it; what may leave is looked at once
 * more, since a colleague may have given something meanwhile. Answers what leaves, or why nothing does.
 */
export async function handOut(
  { vault, today }: { vault: Vault; today: string },
  count: Count,
  way: string,
  along: (given: Given) => Promise<readonly SaveTogether[]> = async () => [],
): Promise<Given | Held | Failure> {
  const ledger = await ledgerOf(vault);
  if (ledger === null) return 'no-ledger';
  const given = giveBeside(count, today, ledger);
  if (!(given instanceof Given)) return given;
  const text = writeGiven(given);
  const isThere = ledger.all.some((each) => writeGiven(each.given) === text);
  const acts = [
    ...(isThere
      ? []
      : [{ dossier: ledger.dossier, changes: await written(vault, ledger, today, way, text) }]),
    ...(await along(given)),
  ];
  if (acts.length === 0) return given;
  const saved = await vault.saveTogether(acts);
  return saved.ok ? given : saved.failure;
}

async function written(
  vault: Vault,
  { dossier, isBegun }: Ledger,
  today: string,
  way: string,
  given: string,
): Promise<Change[]> {
  const day = { day: today };
  return [
    ...(isBegun ? [] : [recordChange('given-out', dossier, { begun: day }, {})]),
    recordChange('given', await vault.newId(), { asOf: day, way, given }, {}),
  ];
}
