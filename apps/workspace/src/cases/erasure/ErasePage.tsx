import { textIn } from '@dayaq/acts/record-values';
import { CODE_LISTS } from '@dayaq/domain';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { codeLabel } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { currentSpace, say, useQuery, useVault } from '../../vault/session.ts';

/** Destroys a case for good: says what goes, what stays, and what it cannot reach, before anything can be pressed. */
export function ErasePage({ id }: { id: Id }) {
  const { data } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  const root = data?.ok ? data.value.records.find((record) => record.id === id) : undefined;
  const isKeyholder = currentSpace()?.me.keyholder === true;
  return (
    <Page title={t('erasure.title')} back={`/cases/${id}`}>
      {data !== undefined && !data.ok && <p role="alert">{say(data.failure)}</p>}
      {data === undefined && <p class="muted">{t('cases.list.loading')}</p>}
      {root !== undefined && !isKeyholder && <p>{t('erasure.keyholders')}</p>}
      {data?.ok && root !== undefined && isKeyholder && <Asking dossier={data.value} root={root} />}
    </Page>
  );
}

function Asking({ dossier, root }: { dossier: DossierView; root: RecordView }) {
  const vault = useVault();
  const { route } = useLocation();
  const [why, setWhy] = useState('');
  const [isSure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = [textIn(root, 'alias'), textIn(root, 'reference')].filter(Boolean).join(', ');

  const destroy = async () => {
    if (why === '') return setProblem(t('erasure.sayWhy'));
    if (!isSure) return setProblem(t('erasure.saySure'));
    setBusy(true);
    const outcome = await vault.erase({ dossier: dossier.id, why });
    setBusy(false);
    if (!outcome.ok) return setProblem(say(outcome.failure));
    announce(t('erasure.done'));
    route('/cases');
  };

  return (
    <div class="stack">
      <h2>{name || t('cases.head.unnamed')}</h2>
      <ul class="stack stack-tight">
        <li>{t('erasure.goes')}</li>
        <li>{t('erasure.late')}</li>
        <li>{t('erasure.trace')}</li>
      </ul>
      <Notice tone="w">
        <p class="strong">{t('erasure.beyond')}</p>
        <ul>
          <li>{t('erasure.copies')}</li>
          <li>{t('erasure.handedOver')}</li>
          <li>{t('erasure.backups')}</li>
        </ul>
      </Notice>
      <ChoiceGroup legend={t('erasure.why')}>
        {CODE_LISTS['erasure-reasons'].codes.map(({ code }) => (
          <Choice
            key={code}
            type="radio"
            name="why-erased"
            label={codeLabel(translator.value, 'erasure-reasons', code)}
            checked={why === code}
            onChange={() => setWhy(code)}
          />
        ))}
      </ChoiceGroup>
      <Choice type="checkbox" label={t('erasure.sure')} checked={isSure} onChange={setSure} />
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      <div class="buttons">
        <Button kind="danger" busy={busy} onClick={() => void destroy()}>
          {t('erasure.act')}
        </Button>
        <Button kind="plain" href={`/cases/${dossier.id}`}>
          {t('cases.edit.cancel')}
        </Button>
      </div>
    </div>
  );
}
