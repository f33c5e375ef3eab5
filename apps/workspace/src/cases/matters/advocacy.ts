import type { Id, LinkRow, ListedRecord } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { useQuery } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { allRecords } from './all-records.ts';
import { matterState } from '@dayaq/acts/matter/matters';

/** The vault answers no more at once. */
const MOST = 500;

/** An advocacy matter of another case. */
export interface Advocacy {
  dossier: Id;
  record: Id;
  title: string;
}

type Named = Pick<ListedRecord, 'dossier' | 'record' | 'fields' | 'case'>;

/** Advocacy matters of other cases: those that gather this one, by its links, and open ones that do not. */
export function advocacyOf(
  matters: readonly ListedRecord[],
  from: readonly LinkRow[],
  dossier: Id,
  today: string,
): { gathering: Named[]; open: Named[] } {
  const gathering = from
    .filter(({ field, end }) => end.kind === 'matter' && field === 'cases' && end.dossier !== dossier)
    .map(({ end }) => ({
      dossier: end.dossier,
      record: end.id,
      fields: end.fields ?? {},
      case: end.root === 'case' ? end.mention : null,
    }));
  const known = new Set(gathering.map(({ dossier: of, record }) => `${of} ${record}`));
  return {
    gathering: gathering.filter(({ fields }) => fields.type === 'advocacy'),
    open: matters
      .filter((matter) => matter.dossier !== dossier && matter.fields.type === 'advocacy')
      .filter((matter) => !known.has(`${matter.dossier} ${matter.record}`))
      .filter((matter) => matterState(matter.fields, today) !== 'closed'),
  };
}

/** Where the open case is gathered, and where it could be, among what this member may open. */
export function useAdvocacy(): { gathered: Advocacy[]; open: Advocacy[] } {
  const { dossier, translator, today } = useOpenCase();
  const { data } = useQuery(
    async (vault) => ({
      matters: await allRecords(vault, ['matter']),
      linked: await vault.linked({ id: dossier.id, limit: MOST }),
    }),
    [dossier.id],
    ['matter'],
  );
  const named = ({ dossier: of, record, fields, case: mention }: Named): Advocacy => ({
    dossier: of,
    record,
    title: [
      typeof fields.barrier === 'string' ? codeLabel(translator, 'barriers', fields.barrier) : '',
      typeof fields.about === 'string' ? fields.about.slice(0, 80) : '',
      mention?.alias || mention?.reference || '',
    ]
      .filter(Boolean)
      .join(' · '),
  });
  const found = advocacyOf(data?.matters.records ?? [], data?.linked.from ?? [], dossier.id, today);
  return { gathered: found.gathering.map(named), open: found.open.map(named) };
}
