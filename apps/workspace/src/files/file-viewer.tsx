import type { SealedFile } from '@dayaq/domain';
import type { MessageKey } from '@dayaq/locale';
import type { FailureCode, Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Icon } from '../look/Icon.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { useVault } from '../vault/session.ts';
import { canShow, type FileFamily, recognise } from './accepted-types.ts';
import { sha256Of } from './sealed-file.ts';

type State =
  | { step: 'opening' }
  | { step: 'failed'; code: FailureCode }
  | { step: 'open'; url: string; text: string | null; isUnchanged: boolean };

const FAILURES = {
  'file-not-here': 'files.view.notHere',
  offline: 'files.view.notHere',
  'server-unavailable': 'files.view.notHere',
  'file-damaged': 'files.view.damaged',
} as const satisfies Partial<Record<FailureCode, MessageKey>>;
const hasWords = (code: string): code is keyof typeof FAILURES => Object.hasOwn(FAILURES, code);

/**
 * A file, opened inside the page. The opened bytes live behind a Blob address that is taken back on closing; only
 * "save a copy" lets them out, and says what that means.
 */
export function FileViewer({
  dossier,
  file,
  title,
  onClose,
}: {
  dossier: Id;
  file: SealedFile;
  title: string;
  onClose: () => void;
}) {
  const vault = useVault();
  const [state, setState] = useState<State>({ step: 'opening' });
  const known = recognise(file.name, file.mediaType);
  const family = known?.family ?? 'document';
  useEffect(() => {
    let url: string | null = null;
    let isHere = true;
    void vault.openFile({ dossier, file }).then(async (opened) => {
      if (!isHere) return;
      if (!opened.ok) return setState({ step: 'failed', code: opened.failure.code });
      const bytes = new Uint8Array(opened.value);
      const isUnchanged = (await sha256Of(bytes)) === file.sha256;
      if (!isHere) return;
      // A type that could run as a page is never given to the browser under that name.
      const type = known?.mediaType ?? 'application/octet-stream';
      url = URL.createObjectURL(new Blob([bytes], { type }));
      const text = family === 'text' ? new TextDecoder().decode(bytes) : null;
      setState({ step: 'open', url, text, isUnchanged });
    });
    return () => {
      isHere = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [vault, dossier, file.blob]);

  return (
    <Dialog open title={title} onClose={onClose}>
      {state.step === 'opening' && <Progress label={t('files.view.opening')} />}
      {state.step === 'failed' && (
        <Notice tone="w" role="alert">
          {t(hasWords(state.code) ? FAILURES[state.code] : 'files.view.failed')}
        </Notice>
      )}
      {state.step === 'open' && (
        <div class="stack">
          <Shown
            family={family}
            mediaType={known?.mediaType ?? ''}
            url={state.url}
            text={state.text}
            title={title}
          />
          <p class={state.isUnchanged ? 'file-check' : 'file-check file-changed'}>
            <Icon name={state.isUnchanged ? 'check' : 'warning'} />
            {t(state.isUnchanged ? 'files.view.unchanged' : 'files.view.changed')}
          </p>
          <SaveCopy url={state.url} name={file.name} />
        </div>
      )}
    </Dialog>
  );
}

function Shown({
  family,
  mediaType,
  url,
  text,
  title,
}: {
  family: FileFamily;
  mediaType: string;
  url: string;
  text: string | null;
  title: string;
}) {
  if (!canShow(family, mediaType)) return <p>{t('files.view.cannotShow')}</p>;
  switch (family) {
    case 'image':
      return <img class="file-picture" src={url} alt={title} />;
    case 'audio':
      return <audio class="file-sound" controls src={url} aria-label={title} />;
    case 'video':
      return <video class="file-picture" controls src={url} aria-label={title} />;
    case 'text':
      return (
        <pre class="file-text" tabIndex={0} aria-label={t('files.view.text')}>
          {text}
        </pre>
      );
    case 'pdf':
    case 'document':
      return null;
  }
}

/** Two presses: the first says what a copy outside means, the second makes it. */
function SaveCopy({ url, name }: { url: string; name: string }) {
  const [isSure, setSure] = useState(false);
  if (!isSure) {
    return (
      <div>
        <Button kind="quiet" small onClick={() => setSure(true)}>
          {t('files.view.save')}
        </Button>
      </div>
    );
  }
  return (
    <Notice tone="w">
      <p>{t('files.view.saveWarning')}</p>
      <Button kind="plain" href={url} download={name}>
        {t('files.view.saveSure')}
      </Button>
    </Notice>
  );
}
