import type { CountryPack } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { useStartAdvocacy } from './advocacy.ts';
import { useStartContact } from './Contacts.tsx';
import {
  appealPreset,
  BEGINNING,
  type Fields,
  type MatterState,
  mayAppeal,
} from '@dayaq/acts/matter/matters';
import { Button } from '../../look/Button.tsx';

interface Props {
  record: RecordView;
  fields: Fields;
  state: MatterState;
  title: string;
  others: readonly { id: Id; fields: Fields }[];
  pack: CountryPack | undefined;
}

/** The next steps of a matter, each in one tap. */
export function MatterActs({ record, fields, state, title, others, pack }: Props) {
  const { edit, save, me, today, translator } = useOpenCase();
  const startContact = useStartContact();
  const startAdvocacy = useStartAdvocacy();
  const waits = state === 'open' || state === 'overdue';
  const acts: { act: string; onClick: () => void }[] = [];
  if (state === 'draft')
    acts.push({
      act: t('matters.act.filedToday'),
      onClick: () =>
        void save(
          [{ kind: 'matter', record: record.id, fields: { filed: { set: { day: today } } } }],
          t('matters.act.of', { act: t('matters.act.filedToday'), what: title }),
          [{ kind: 'matter', record: record.id, fields: { filed: { set: null } } }],
        ),
    });
  if (waits)
    acts.push({
      act: t('matters.act.answer'),
      onClick: () =>
        edit({
          title: t('matters.act.answer'),
          kind: 'matter',
          record,
          only: ['answer', 'answered', 'answerWords'],
          begin: { answered: { day: today } },
        }),
    });
  const appealable = mayAppeal(record.id, fields, others, today);
  if (appealable && pack !== undefined)
    acts.push({
      act: t('matters.act.appeal'),
      onClick: () =>
        edit({
          title: codeLabel(translator, 'matter-types', 'appeal'),
          kind: 'matter',
          record: null,
          purpose: `against ${record.id}`,
          only: BEGINNING,
          preset: appealPreset(record.id, fields, me, today, pack),
        }),
    });
  acts.push({
    act: t('matters.act.contact'),
    onClick: () =>
      startContact({
        matter: record.id,
        ...(typeof fields.forum === 'string' ? { institutionType: fields.forum } : {}),
        institution:
          typeof fields.forumName === 'string' && fields.forumName !== ''
            ? fields.forumName
            : typeof fields.forum === 'string'
              ? codeLabel(translator, 'forums', fields.forum)
              : '',
      }),
  });
  if (fields.type !== 'advocacy' && (state === 'answered' || state === 'closed' || state === 'overdue'))
    acts.push({
      act: t('matters.act.barrier'),
      onClick: () =>
        startAdvocacy({
          ...(typeof fields.forum === 'string' ? { forum: fields.forum } : {}),
          ...(typeof fields.forumName === 'string' ? { forumName: fields.forumName } : {}),
        }),
    });
  if (state !== 'closed')
    acts.push({
      act: t('matters.act.close'),
      onClick: () =>
        edit({
          title: t('matters.act.close'),
          kind: 'matter',
          record,
          only: ['result', 'remedies', 'closed', 'note'],
          begin: { closed: { day: today } },
        }),
    });
  return (
    <>
      {appealable && <p class="small strong">{t('matters.act.proposed')}</p>}
      <div class="cluster no-print">
        {acts.map(({ act, onClick }) => (
          <Button
            kind="plain"
            key={act}
            small
            label={t('matters.act.of', { act, what: title })}
            onClick={onClick}
          >
            {act}
          </Button>
        ))}
      </div>
    </>
  );
}
