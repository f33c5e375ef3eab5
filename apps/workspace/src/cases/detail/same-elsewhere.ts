import { areTheSame } from '@dayaq/acts/same';
import type { CaseMention, DossierView, Id, RecordView } from '@dayaq/vault/client';
import { useQuery } from '../../vault/session.ts';

/** Other cases of one case that are opened to compare; links to more of them stay as they are. */
const MOST_CASES = 8;
const MOST_LINKS = 200;
const KINDS_OF_PEOPLE = ['person', 'perpetrator'];

/** Somebody of this case in another one. */
export interface Elsewhere {
  mention: CaseMention;
  dossier: DossierView;
  record: RecordView;
  /** Threats there in which they are named. */
  threats: readonly RecordView[];
}

/** Who of a case stands in other cases too, by their record here. What this person may not open is not there. */
export function useElsewhere(here: DossierView): ReadonlyMap<Id, readonly Elsewhere[]> {
  const { data } = useQuery(
    async (vault) => {
      const { to, from } = await vault.linked({ id: here.id, limit: MOST_LINKS });
      const mentions = new Map<Id, CaseMention>();
      for (const { field, end } of [...to, ...from])
        if (field === 'alsoIn' && end.root === 'case' && mentions.size < MOST_CASES)
          mentions.set(end.dossier, end.mention);
      const found: { mention: CaseMention; dossier: DossierView }[] = [];
      for (const [id, mention] of mentions) {
        const opened = await vault.dossier(id);
        if (opened.ok) found.push({ mention, dossier: opened.value });
      }
      return found;
    },
    [here],
    ['case'],
  );
  return elsewhere(here, data ?? []);
}

export function elsewhere(
  here: Pick<DossierView, 'records'>,
  others: readonly { mention: CaseMention; dossier: DossierView }[],
): Map<Id, Elsewhere[]> {
  const found = new Map<Id, Elsewhere[]>();
  const people = (records: readonly RecordView[]) =>
    records.filter(({ kind, deleted }) => !deleted && KINDS_OF_PEOPLE.includes(kind));
  for (const { mention, dossier } of others) {
    const there = people(dossier.records);
    const threats = dossier.records.filter(({ kind, deleted }) => kind === 'threat' && !deleted);
    for (const one of people(here.records)) {
      for (const record of there.filter((each) => each.kind === one.kind && areTheSame(one, each))) {
        const theirs = threats.filter(({ fields }) => {
          const named = fields['perpetrators']?.value;
          return Array.isArray(named) && named.includes(record.id);
        });
        found.set(one.id, [...(found.get(one.id) ?? []), { mention, dossier, record, threats: theirs }]);
      }
    }
  }
  return found;
}
