import { textIn } from '@dayaq/acts/record-values';
import { type ChosenCopy, copiesOf } from '@dayaq/acts/file/custody-bundle';
import { formatBytes } from '@dayaq/locale';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DraftLine } from '../../drafts/DraftLine.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { codeLabel, fieldLabel } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { TextField } from '../../look/Field.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { Progress } from '../../look/Progress.tsx';
import { say, useQuery } from '../../vault/session.ts';
import '../cases.css';
import { fileTitles } from '../referrals/SharedFiles.tsx';
import type { Room } from '../room.ts';
import { useRoom } from '../use-room.ts';
import { makeBundle, type Made, MOST_BYTES } from './make-bundle.ts';

/** Copies of files for a court or a lawyer, with where they have been, in one signed bundle. */
export function CustodyPage({ id }: { id: Id }) {
  const room = useRoom();
  const { data } = useQuery<Outcome<DossierView>>((vault) => vault.dossier(id), [id]);
  const root = data?.ok ? data.value.records.find((record) => record.id === id) : undefined;
  return (
    <Page title={t('files.bundle.title')} back={`/cases/${id}`}>
      {data !== undefined && !data.ok && <p role="alert">{say(data.failure)}</p>}
      {data === undefined && <p class="muted">{t('cases.list.loading')}</p>}
      {room !== null && data?.ok && root !== undefined && (
        <Choosing room={room} dossier={data.value} root={root} />
      )}
    </Page>
  );
}

type State =
  | { step: 'choosing'; problem: string | null }
  | { step: 'making'; done: number; total: number }
  | { step: 'made'; made: Made; url: string };

function Choosing({ room, dossier, root }: { room: Room; dossier: DossierView; root: RecordView }) {
  const { language } = translator.value;
  const files = dossier.records.filter(
    (record) => record.kind === 'file' && !record.deleted && copiesOf(record).length > 0,
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [named, setNamed] = useState(false);
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<State>({ step: 'choosing', problem: null });
  const form = useDrafted({
    place: { dossier: dossier.id, about: 'custody', purpose: 'bundle' },
    title: t('files.bundle.title'),
    begin: { to: '', why: '' },
  });
  const copies: ChosenCopy[] = files.flatMap((file) =>
    copiesOf(file)
      .filter(({ copy }) => chosen.has(`${file.id} ${copy}`))
      .map(({ copy }) => ({ file, copy })),
  );
  const size = copies.reduce(
    (sum, { file, copy }) => sum + (copiesOf(file).find((one) => one.copy === copy)?.sealed.size ?? 0),
    0,
  );
  const { to, why } = form.typed;
  const titles = fileTitles(translator.value, files);

  const make = async () => {
    setTried(true);
    if (copies.length === 0 || to.trim() === '' || size > MOST_BYTES) return;
    const outcome = await makeBundle(room, dossier, {
      copies,
      giving: { to, why },
      named,
      reference: textIn(root, 'reference'),
      onProgress: (done, total) => setState({ step: 'making', done, total }),
    });
    if (!outcome.ok) return setState({ step: 'choosing', problem: say(outcome.failure) });
    setState({ step: 'made', made: outcome.value, url: URL.createObjectURL(outcome.value.bundle) });
  };

  if (!form.ready) return null;
  if (state.step === 'made')
    return <ReadyBundle made={state.made} url={state.url} onSaved={() => form.done()} />;
  if (state.step === 'making')
    return <Progress label={t('files.bundle.making')} done={state.done} total={state.total} />;
  if (files.length === 0) return <p class="muted">{t('files.bundle.none')}</p>;
  return (
    <div class="stack">
      <Notice tone="w">
        <p>{t('files.bundle.warning')}</p>
      </Notice>
      <p>{t('files.bundle.what')}</p>
      {files.map((file) => (
        <ChoiceGroup key={file.id} legend={titles.get(file.id) ?? ''}>
          {copiesOf(file).map(({ copy, sealed }) => (
            <Choice
              key={copy}
              type="checkbox"
              label={codeLabel(translator.value, 'file-copies', copy)}
              hint={`${formatBytes(language, sealed.size)} · ${
                copy === 'original' ? t('files.bundle.originalHint') : t('referrals.preview.cleanCopy')
              }`}
              checked={chosen.has(`${file.id} ${copy}`)}
              onChange={(on) => {
                const next = new Set(chosen);
                if (on) next.add(`${file.id} ${copy}`);
                else next.delete(`${file.id} ${copy}`);
                setChosen(next);
              }}
            />
          ))}
        </ChoiceGroup>
      ))}
      <TextField
        label={fieldLabel(translator.value, 'custody', 'to')}
        value={to}
        max={160}
        error={tried && to.trim() === '' ? t('files.bundle.sayTo') : undefined}
        onValue={(text) => form.put({ to: text })}
      />
      <TextField
        label={fieldLabel(translator.value, 'custody', 'why')}
        value={why}
        max={300}
        onValue={(text) => form.put({ why: text })}
      />
      <Choice
        type="checkbox"
        label={t('files.bundle.named')}
        hint={t('files.bundle.namedHint')}
        checked={named}
        onChange={setNamed}
      />
      {tried && copies.length === 0 && (
        <Notice tone="w" role="alert">
          {t('files.bundle.chooseOne')}
        </Notice>
      )}
      {size > MOST_BYTES && (
        <Notice tone="w" role="alert">
          {t('files.bundle.tooLarge', {
            size: formatBytes(language, size),
            limit: formatBytes(language, MOST_BYTES),
          })}
        </Notice>
      )}
      {state.problem !== null && (
        <Notice tone="w" role="alert">
          {state.problem}
        </Notice>
      )}
      <DraftLine form={form} />
      <div class="buttons">
        <Button onClick={() => void make()}>{t('files.bundle.make')}</Button>
      </div>
    </div>
  );
}

/** It is made; one more press notes the hand-over and lets it out. Whoever leaves before has handed nothing over. */
function ReadyBundle({ made, url, onSaved }: { made: Made; url: string; onSaved: () => void }) {
  const [noting, setNoting] = useState<'not-yet' | 'now' | 'noted'>('not-yet');
  const [problem, setProblem] = useState<string | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);

  async function save(): Promise<void> {
    if (noting === 'now') return;
    // Saved once more it is the same hand-over.
    if (noting === 'not-yet') {
      setNoting('now');
      const noted = await made.note();
      setNoting(noted.ok ? 'noted' : 'not-yet');
      setProblem(noted.ok ? null : say(noted.failure));
      if (!noted.ok) return;
      onSaved();
    }
    link.current?.click();
  }

  return (
    <div class="stack">
      <p role="status">{t(noting === 'noted' ? 'files.bundle.noted' : 'files.bundle.made')}</p>
      <Notice tone="w">
        <p>{t('files.view.saveWarning')}</p>
        <Button kind="plain" busy={noting === 'now'} onClick={() => void save()}>
          {t('files.bundle.save')}
        </Button>
        <a ref={link} href={url} download={made.name} hidden tabIndex={-1} aria-hidden="true" />
      </Notice>
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      <p>{t('files.bundle.check')}</p>
      <p>
        <code>npm run verify -- {made.name}</code>
      </p>
      <p>{t('files.bundle.yourKey')}</p>
      <p>
        <code class="file-hash">{made.fingerprint}</code>
      </p>
    </div>
  );
}
