import { canGo } from '@dayaq/acts/belonging';
import { textIn } from '@dayaq/acts/record-values';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { announce } from '../../look/live.tsx';
import { Page } from '../../look/Page.tsx';
import { currentSpace, say, useQuery, useVault } from '../../vault/session.ts';
import { BelongingPart, useBelonging } from '../belonging/Belonging.tsx';
import { useRoom } from '../use-room.ts';
import { DestroyForm } from './DestroyForm.tsx';
import { EraseFile } from './EraseFile.tsx';
import { EraseSomebody } from './EraseSomebody.tsx';

const TITLES = {
  case: 'erasure.title',
  file: 'erasure.file.title',
  person: 'erasure.person.title',
} as const;

/** Destroys a case for good, or one file or person of it: says what goes, what stays, and what it cannot reach, before anything can be pressed. */
export function ErasePage({ id }: { id: Id }) {
  const room = useRoom();
  const { query } = useLocation();
  const { data } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  const records = data?.ok ? data.value.records : [];
  const root = records.find((record) => record.id === id);
  const file = records.find((record) => record.id === query['file']);
  const person = records.find((record) => record.id === query['person']);
  const what = query['file'] !== undefined ? 'file' : query['person'] !== undefined ? 'person' : 'case';
  const isKeyholder = currentSpace()?.me.keyholder === true;
  const isShown = root !== undefined && isKeyholder;
  return (
    <Page title={t(TITLES[what])} back={`/cases/${id}`}>
      {data !== undefined && !data.ok && <p role="alert">{say(data.failure)}</p>}
      {data === undefined && <p class="muted">{t('cases.list.loading')}</p>}
      {root !== undefined && !isKeyholder && <p>{t('erasure.keyholders')}</p>}
      {root !== undefined && isKeyholder && data?.ok && what === 'case' && (
        <EraseCase dossier={data.value} root={root} />
      )}
      {isShown && data?.ok && what === 'file' && <EraseFile dossier={data.value} file={file} />}
      {isShown && data?.ok && what === 'person' && room !== null && (
        <EraseSomebody room={room} dossier={data.value} person={person} />
      )}
    </Page>
  );
}

function EraseCase({ dossier, root }: { dossier: DossierView; root: RecordView }) {
  const vault = useVault();
  const { route } = useLocation();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const belonging = useBelonging(dossier.id);
  const name = [textIn(root, 'alias'), textIn(root, 'reference')].filter(Boolean).join(', ');
  if (belonging === undefined) return <p class="muted">{t('cases.list.loading')}</p>;
  const along = [...belonging.before, ...belonging.others.filter(({ id }) => chosen.has(id))]
    .filter(canGo)
    .map(({ id }) => id);
  return (
    <div class="stack">
      <h2>{name || t('cases.head.unnamed')}</h2>
      <DestroyForm
        told={[t('erasure.goes'), t('erasure.late'), t('erasure.trace')]}
        beyond={[t('erasure.copies'), t('erasure.handedOver'), t('belonging.unseen'), t('erasure.backups')]}
        act={t('erasure.act')}
        back={`/cases/${dossier.id}`}
        onDestroy={async (why) => {
          const outcome = await vault.erase({ dossier: dossier.id, along, why });
          if (outcome.ok) {
            announce(t('erasure.done'));
            route('/cases');
          }
          return outcome;
        }}
      >
        <BelongingPart belonging={belonging} to="destroy" chosen={chosen} onChosen={setChosen} />
      </DestroyForm>
    </div>
  );
}
