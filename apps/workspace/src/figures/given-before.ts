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
import type {
  Change,
  DossierView,
  Failure,
  Id,
  Outcome,
  RecordView,
  SaveTogether,
  Vault,
} from '@dayaq/vault/client';

/**
 * What members of a space have the same numbers for, whoever gives first. Whoever knows a number may begin something under it that
 * others cannot open: then it is the next that everybody reads.
 */
const PLACES: readonly string[] = Array.from(
  { length: 24 },
  (_, at) => `figures/given-out${at === 0 ? '' : ` ${at}`}`,
);

/** Something that was written down, and by whom. */
export interface WrittenDown {
  readonly record: Id;
  readonly by: Id;
}

/** A figure that left, with who gave it. */
export interface GivenAway extends WrittenDown {
  readonly given: Given;
  /** As which file, on paper, or kept as a frozen month. */
  readonly way: string;
}

/** Of what was written down: a keyholder says that it never left. */
export interface Aside extends WrittenDown {
  readonly of: Id;
  readonly why: string;
}

/** Everything that was given away of a space's figures, the oldest first. */
export interface Ledger {
  /** Where it stands for everybody to read; null: nowhere yet. */
  readonly place: Id | null;
  readonly all: readonly GivenAway[];
  /** What cannot be read was given all the same: nobody knows what it would tell, and nothing leaves beside it. */
  readonly unread: readonly WrittenDown[];
  readonly aside: readonly Aside[];
  /** What stands where not everybody reads it, since somebody took that place: it has to be carried over. */
  readonly stranded: readonly GivenAway[];
}

/** Null where it cannot be read: then nothing more may leave. */
export async function ledgerOf(vault: Vault): Promise<Ledger | null> {
  const views = await Promise.all((await vault.idsFor([...PLACES])).map((place) => vault.dossier(place)));
  if (views.some((view) => !view.ok && view.failure.code !== 'not-found')) return null;
  const found = views.flatMap((view) => (view.ok ? [view.value] : []));
  const records = found.flatMap((view) => view.records).sort((a, b) => a.created.at - b.created.at);
  const aside = records.flatMap(asideIn);
  const written = records.filter(({ kind, id }) => kind === 'given' && !aside.some(({ of }) => of === id));
  const all: GivenAway[] = [];
  const unread: WrittenDown[] = [];
  for (const record of written) {
    const given = readGiven(textIn(record, 'given'));
    const { by } = record.created;
    if (given === null) unread.push({ record: record.id, by });
    else all.push({ record: record.id, by, given, way: textIn(record, 'way') });
  }
  const everybodys = found.filter(isEverybodys);
  const shared = new Set(everybodys.flatMap((view) => view.records.map((record) => textIn(record, 'given'))));
  const stranded = all.filter(({ given }) => !shared.has(writeGiven(given)));
  return { place: everybodys[0]?.id ?? null, all, unread, aside, stranded };
}

/** Whether every member reads it. */
const isEverybodys = ({ restricted, closed }: DossierView): boolean => !restricted && !closed;

function asideIn(record: RecordView): Aside[] {
  if (record.kind !== 'given-aside' || record.deleted) return [];
  const { by } = record.created;
  return [{ record: record.id, by, of: textIn(record, 'of'), why: textIn(record, 'why') }];
}

/** What may leave of a count beside all that left. */
export const giveBeside = (count: Count, day: string, { all, unread }: Ledger): Given | Held =>
  unread.length > 0 ? 'no-ledger' : give(count, day, new SaidBefore(all.map(({ given }) => given)));

/** Why nothing leaves. */
export type Held = Refusal | 'no-ledger';

interface Here {
  readonly vault: Vault;
  /** YYYY-MM-DD */
  readonly today: string;
}

/**
 * Writes down that a figure leaves, before it does, together with what else is to be kept of it; what may leave is looked at once
 * more, since a colleague may have given something meanwhile. Answers what leaves, or why nothing does.
 */
export async function handOut(
  here: Here,
  count: Count,
  way: string,
  along: (given: Given) => Promise<readonly SaveTogether[]> = async () => [],
): Promise<Given | Held | Failure> {
  const { vault, today } = here;
  const ledger = await ledgerOf(vault);
  if (ledger === null) return 'no-ledger';
  const given = giveBeside(count, today, ledger);
  if (!(given instanceof Given)) return given;
  const isThere = ledger.all.some((each) => writeGiven(each.given) === writeGiven(given));
  const left = [...ledger.stranded, ...(isThere ? [] : [{ given, way }])];
  const acts: SaveTogether[] = [];
  if (left.length > 0) {
    const place = ledger.place ?? (await begun(here));
    if (place === null) return 'no-ledger';
    acts.push({ dossier: place, changes: await asWritten(vault, left) });
  }
  acts.push(...(await along(given)));
  if (acts.length === 0) return given;
  const saved = await vault.saveTogether(acts);
  return saved.ok ? given : saved.failure;
}

/** Writes down once more, where everybody reads it, what was written where somebody took the place. */
export async function carryOver(here: Here, { place, stranded }: Ledger): Promise<void> {
  if (stranded.length === 0) return;
  const dossier = place ?? (await begun(here));
  if (dossier !== null) await here.vault.save({ dossier, changes: await asWritten(here.vault, stranded) });
}

/** Figures that are carried over at once. */
const MOST_CARRIED = 50;

const asWritten = (vault: Vault, left: readonly Pick<GivenAway, 'given' | 'way'>[]): Promise<Change[]> =>
  Promise.all(
    left.slice(-MOST_CARRIED).map(async ({ given, way }) => {
      const fields = { asOf: { day: given.day }, way, given: writeGiven(given) };
      return recordChange('given', await vault.newId(), fields, {});
    }),
  );

/** Begins it in the first place that nobody has taken; null where there is none. */
async function begun({ vault, today }: Here): Promise<Id | null> {
  for (const place of await vault.idsFor([...PLACES])) {
    const changes = [recordChange('given-out', place, { begun: { day: today } }, {})];
    const saved = await vault.saveTogether([{ dossier: place, begins: true, changes }]);
    if (!saved.ok) return null;
    // A place that others took is known as taken once the server was asked; without a network it is carried over later.
    await vault.syncNow();
    const view = await vault.dossier(place);
    if (view.ok && isEverybodys(view.value)) return place;
  }
  return null;
}

/** A keyholder's word that what was written down never left. */
export async function setAside({ vault, today }: Here, record: Id, why: string): Promise<Outcome<unknown>> {
  const place = (await ledgerOf(vault))?.place;
  if (place == null) return { ok: false, failure: { code: 'not-found' } };
  const fields = { of: record, day: { day: today }, why };
  return vault.save({
    dossier: place,
    changes: [recordChange('given-aside', await vault.newId(), fields, {})],
  });
}
