import { groupOf } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import type { Id } from '@dayaq/vault/client';
import type { OpenCase } from '../cases/detail/open-case.ts';
import type { Room } from '../cases/room.ts';
import { Facts } from '../dossier/Facts.tsx';
import { OpenDossier } from '../dossier/OpenDossier.tsx';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { Concerning } from './Concerning.tsx';
import { Proposals } from './Proposals.tsx';
import { Who } from './Who.tsx';

export function ConsultationDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OpenDossier room={room} id={id} kinds={['consultation', 'consulted', 'proposal']}>
      {(open, menu) => (
        <article class="plan stack stack-loose" aria-labelledby="consultation-title">
          <header class="stack stack-tight">
            <div class="spread">
              <h2 id="consultation-title">{textIn(open.root, 'name')}</h2>
              {menu}
            </div>
            {open.dossier.restricted && <Tag icon="lock">{t('cases.list.restricted')}</Tag>}
            <Facts record={open.root} fields={groupOf('consultation', 'facts')} around={open.around} />
            <About open={open} />
            <div class="buttons">
              <Button kind="plain" small href={`/consultations/${id}/print`}>
                {t('consultations.print.act')}
              </Button>
              {open.mayWrite && (
                <Button kind="quiet" small onClick={() => open.edit(editing(open))}>
                  {t('consultations.edit')}
                </Button>
              )}
            </div>
          </header>
          <Who open={open} />
          <Proposals open={open} />
          <Concerning id={id} around={open.around} room={room} heading="h3" />
        </article>
      )}
    </OpenDossier>
  );
}

const editing = ({ root }: OpenCase) => ({
  title: t('consultations.edit'),
  kind: 'consultation',
  record: root,
  only: groupOf('consultation', 'form'),
});

/** The plans and commitments that it was about. */
function About({ open: { root, around } }: { open: OpenCase }) {
  return <Facts record={root} fields={['about', 'commitments', 'note']} around={around} />;
}
