import type { Id, ListedRecord } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { useQuery } from '../../vault/session.ts';
import { textIn, useOpenCase } from '../detail/open-case.ts';
import { linesOf } from '../reference-lines.ts';

/** The vault gives no more at once. */
const MOST = 1000;

export interface Gathering {
  dossier: Id;
  record: Id;
  title: string;
}

/** Advocacy matters of other cases that gather the case with this reference. */
export function gatheringsOf(
  matters: readonly ListedRecord[],
  reference: string,
  dossier: Id,
): ListedRecord[] {
  return matters.filter(
    (matter) =>
      matter.dossier !== dossier &&
      matter.fields.type === 'advocacy' &&
      linesOf(matter.fields.cases).includes(reference),
  );
}

/** Where the open case is gathered, for those who may open that other case too. */
export function useGathered(): Gathering[] {
  const { dossier, root, translator } = useOpenCase();
  const { data } = useQuery(
    (vault) => vault.records({ kinds: ['matter'], after: null, limit: MOST }),
    [dossier.id],
    ['matter'],
  );
  const reference = textIn(root, 'reference');
  return gatheringsOf(data?.records ?? [], reference, dossier.id).map(
    ({ dossier: other, record, fields, ...row }) => ({
      dossier: other,
      record,
      title: [
        typeof fields.barrier === 'string' ? codeLabel(translator, 'barriers', fields.barrier) : '',
        typeof fields.about === 'string' ? fields.about.slice(0, 80) : '',
        row.case?.alias || row.case?.reference || '',
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  );
}
