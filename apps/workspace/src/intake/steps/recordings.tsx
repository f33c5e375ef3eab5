import { formatBytes } from '@dayaq/locale';
import { useEffect, useRef, useState } from 'preact/hooks';
import { judgeFile } from '../../files/accepted-types.ts';
import { readSealedFile } from '../../files/index.ts';
import { type SealFileRequest, sealFile } from '../../files/keep-file.ts';
import { readWhole } from '../../files/read-whole.ts';
import { failureWords, refusalWords } from '../../files/refusals.ts';
import { makeWorkingCopy } from '../../files/working-copy.ts';
import { readText } from '../../fields/read-value.ts';
import { Button } from '../../look/Button.tsx';
import { FileButton } from '../../look/FileButton.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Notice } from '../../look/Notice.tsx';
import { whileWorking } from '../../shell/work-under-way.ts';
import type { Fields } from '@dayaq/acts/intake/draft';
import type { StepProps } from '../room.ts';
import {
  canRecord,
  longest,
  record,
  type Recorded,
  type Recording,
  sayLength,
} from '../../files/recorder.ts';
import { withIds } from '@dayaq/acts/intake/with-ids';

type State =
  | { doing: 'nothing'; problem: string | null }
  | { doing: 'recording'; recording: Recording; length: number }
  | { doing: 'sealing' };

const IDLE: State = { doing: 'nothing', problem: null };

/** Voice and photos beside the story: sealed on this device as soon as they are there, of the case when it is saved. */
export function Recordings(props: StepProps) {
  const { room, draft } = props;
  const { t } = room.translator;
  const [state, setState] = useState<State>(IDLE);
  const keep = useKeep(props, setState);
  const running = useRef<Recording | null>(null);
  // Who goes on to the next step has said enough: what was recorded is kept.
  useEffect(() => () => running.current?.stop(), []);

  const listen = async () => {
    const recording = await record((length) =>
      setState((now) => (now.doing === 'recording' ? { ...now, length } : now)),
    );
    if (recording === null) return setState({ doing: 'nothing', problem: t('intake.files.noMicrophone') });
    running.current = recording;
    setState({ doing: 'recording', recording, length: 0 });
    // Somebody who speaks touches nothing: it must not lock meanwhile.
    const recorded = await whileWorking(() => recording.ended);
    running.current = null;
    if (recorded === null) setState({ doing: 'nothing', problem: t('intake.files.silent') });
    else await keep.voice(recorded);
  };

  return (
    <section class="intake-files" aria-label={t('intake.files.title')}>
      {draft.files.map((file) => (
        <Kept key={readSealedFile(file['file'])?.blob} file={file} {...props} />
      ))}
      {state.doing === 'recording' && (
        <div class="intake-recording">
          <p role="timer">
            <span class="intake-recording-dot" aria-hidden="true" />
            {t('intake.files.recording', {
              time: sayLength(state.length),
              limit: sayLength(longest('voice')),
            })}
          </p>
          <Button kind="plain" onClick={() => state.recording.stop()}>
            {t('intake.files.stop')}
          </Button>
        </div>
      )}
      {state.doing === 'sealing' && <p role="status">{t('intake.files.working')}</p>}
      {state.doing === 'nothing' && (
        <>
          <div class="intake-acts">
            {canRecord() && (
              <Button kind="quiet" onClick={() => void listen()}>
                <Icon name="microphone" />
                {t('intake.files.record')}
              </Button>
            )}
            <FileButton kind="quiet" accept="image/*" camera onFiles={([file]) => void keep.photo(file)}>
              <Icon name="camera" />
              {t('intake.files.photo')}
            </FileButton>
          </div>
          <p class="field-hint">
            {canRecord()
              ? t('intake.files.hint', { minutes: longest('voice') / 60_000 })
              : t('intake.files.photoHint')}
          </p>
          {state.problem !== null && (
            <Notice tone="w" role="alert">
              {state.problem}
            </Notice>
          )}
        </>
      )}
    </section>
  );
}

function useKeep({ room, draft, put }: StepProps, setState: (state: State) => void) {
  const { translator, vault } = room;
  const { t } = translator;
  const latest = useRef(draft);
  latest.current = draft;

  const seal = async (request: Pick<SealFileRequest, 'file' | 'copy' | 'told'>) => {
    setState({ doing: 'sealing' });
    const ready = await withIds(vault, latest.current);
    if (ready !== latest.current) put({ ids: ready.ids });
    const sealed = await whileWorking(() =>
      sealFile(vault, {
        ...request,
        dossier: ready.ids['case'] ?? '',
        keepOriginal: true,
        onProgress: () => undefined,
      }),
    );
    if (sealed.ok) put({ files: [...latest.current.files, sealed.value] });
    setState(sealed.ok ? IDLE : { doing: 'nothing', problem: failureWords(sealed.failure) });
  };
  const captured = { capturedWhen: { day: draft.opened } };

  return {
    voice: ({ bytes, mediaType, ending, length }: Recorded) =>
      seal({
        file: { name: `voice.${ending}`, mediaType, bytes },
        copy: null,
        told: {
          ...captured,
          role: 'recording',
          capturedHow: 'recorded',
          description: t('intake.files.voice', { time: sayLength(length) }),
        },
      }),
    photo: async (file: File | undefined) => {
      if (file === undefined) return;
      const verdict = judgeFile(file);
      if (!verdict.accepted) return setState({ doing: 'nothing', problem: refusalWords(file, verdict) });
      setState({ doing: 'sealing' });
      const bytes = await readWhole(file);
      if (bytes === null)
        return setState({
          doing: 'nothing',
          problem: t('files.add.refused.unreadable', { name: file.name }),
        });
      await seal({
        // What a camera calls a fresh picture is its date and time: it adds nothing and tells something.
        file: {
          name: `photo.${verdict.mediaType.split('/')[1] ?? 'jpg'}`,
          mediaType: verdict.mediaType,
          bytes,
        },
        copy: await makeWorkingCopy(file),
        told: { ...captured, role: 'photo', capturedHow: 'photographed' },
      });
    },
  };
}

/** What is kept, and how it is taken away: out of the draft, and its bytes off this device. */
function Kept({ room, draft, put, file }: StepProps & { file: Fields }) {
  const { t, language } = room.translator;
  const sealed = readSealedFile(file['file']);
  if (sealed === null) return null;
  const said = readText(file['description']);
  const what = said === '' ? t('intake.files.aPhoto', { size: formatBytes(language, sealed.size) }) : said;
  const remove = () => {
    put({ files: draft.files.filter((other) => other !== file) });
    void dropFiles(room.vault, draft.ids['case'] ?? '', [file]);
  };
  return (
    <p class="intake-file">
      <Icon name={file['role'] === 'photo' ? 'camera' : 'microphone'} />
      <span>{what}</span>
      <Button kind="quiet" icon label={t('intake.files.remove', { what })} onClick={remove}>
        <Icon name="trash" />
      </Button>
    </p>
  );
}

/** Destroys the sealed bytes of files that become no record: original and clean copy. False where one could not be. */
export async function dropFiles(
  vault: StepProps['room']['vault'],
  dossier: string,
  files: readonly Fields[],
): Promise<boolean> {
  let areGone = true;
  for (const file of files)
    for (const field of ['file', 'workingCopy']) {
      const sealed = readSealedFile(file[field]);
      if (sealed !== null && !(await vault.dropFile({ dossier, blob: sealed.blob })).ok) areGone = false;
    }
  return areGone;
}
