import type { Id, ListedRecord, Value } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { useQuery } from '../../vault/session.ts';
import { textIn, useOpenCase } from '../detail/open-case.ts';
import { linesOf } from '../reference-lines.ts';
import { allRecords } from './all-records.ts';
import { matterState } from './matters.ts';

/** An advocacy matter of another case. */
export interface Advocacy {
  dossier: Id;
  record: Id;
  title: string;
  /** References of the cases that it gathers, one a line. */
  cases: Value;
}

/** Advocacy matters of other cases: those that gather the case with this reference, and open ones that do not. */
export function advocacyOf(
  matters: readonly ListedRecord[],
  reference: string,
  dossier: Id,
  today: string,
): { gathering: ListedRecord[]; open: ListedRecord[] } {
  const others = matters.filter(({ dossier: of, fields }) => of !== dossier && fields.type === 'advocacy');
  const gathers = ({ fields }: ListedRecord) => linesOf(fields.cases).includes(reference);
  return {
    gathering: others.filter(gathers),
    open: others.filter((matter) => !gathers(matter) && matterState(matter.fields, today) !== 'closed'),
  };
}

/** Where the open case is gathered, and where it could be, among what this member may open. */
export function useAdvocacy(): { gathered: Advocacy[]; open: Advocacy[] } {
  const { dossier, root, translator, today } = useOpenCase();
  const { data } = useQuery((vault) => allRecords(vault, ['matter']), [dossier.id], ['matter']);
  const named = ({ dossier: of, record, fields, case: mention }: ListedRecord): Advocacy => ({
    dossier: of,
    record,
    cases: fields.cases ?? null,
    title: [
      typeof fields.barrier === 'string' ? codeLabel(translator, 'barriers', fields.barrier) : '',
      typeof fields.about === 'string' ? fields.about.slice(0, 80) : '',
      mention?.alias || mention?.reference || '',
    ]
      .filter(Boolean)
      .join(' · '),
  });
  const found = advocacyOf(data?.records ?? [], textIn(root, 'reference'), dossier.id, today);
  return { gathered: found.gathering.map(named), open: found.open.map(named) };
}

/** Opens the form of an advocacy matter that begins with this case. */
export function useStartAdvocacy(): (preset: Record<string, Value>) => void {
  const { edit, me, today, root, translator } = useOpenCase();
  return (preset) =>
    edit({
      title: codeLabel(translator, 'matter-types', 'advocacy'),
      kind: 'matter',
      record: null,
      purpose: 'advocacy',
      only: ['barrier', 'forum', 'forumName', 'about', 'owner', 'filed'],
      preset: {
        type: 'advocacy',
        filed: { day: today },
        owner: me,
        cases: textIn(root, 'reference'),
        ...preset,
      },
    });
}
