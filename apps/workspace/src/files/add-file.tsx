import { todayByServer } from '../vault/now-by-server.ts';
import { kindOf } from '@dayaq/domain';
import { formatBytes, formatList, type MessageKey } from '@dayaq/locale';
import type { Change, Failure, Id, Value } from '@dayaq/vault/client';
import { useRef, useState } from 'preact/hooks';
import type { Values } from '../fields/index.ts';
import { DraftLine } from '../drafts/DraftLine.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { RecordForm } from '../fields/record-form.tsx';
import { t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice } from '../look/Choice.tsx';
import { FileButton } from '../look/FileButton.tsx';
import { Icon } from '../look/Icon.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { Progress } from '../look/Progress.tsx';
import { whileWorking } from '../shell/work-under-way.ts';
import { currentSpace, status, useQuery, useVault } from '../vault/session.ts';
import { cleanBytes } from './clean-copy.ts';
import { ACCEPT, type FileFamily, judgeFile, WHOLE_FILE_LIMIT } from './accepted-types.ts';
import './files.css';
import { type KeepFileRequest, keepFile } from './keep-file.ts';
import { type PhotoMetadata, readPhotoMetadata } from './photo-metadata.ts';
import { readWhole } from './read-whole.ts';
import { failureWords, refusalWords } from './refusals.ts';
import type { CaptureDialog } from './CaptureDialog.tsx';
import { canRecord } from './recorder.ts';
import { hiddenData } from './hidden-data.ts';
import type { Tell } from './tells.ts';
import { makeWorkingCopy } from './working-copy.ts';

/** Taken in this page, with the phone's own camera, which may keep a copy, or chosen among what was there. */
type TakenBy = 'page' | 'camera' | 'choice';
/** How it came, as far as that says it: codes of the list `received-ways`. */
const WAY: Record<TakenBy, string | null> = { page: 'taken-here', camera: 'from-device', choice: null };

/** A chosen file, read and looked at, before it is sealed. */
interface Chosen {
  name: string;
  mediaType: string;
  family: FileFamily;
  bytes: Uint8Array;
  metadata: PhotoMetadata;
  /** What it says besides what one sees or hears. */
  tells: readonly Tell[];
  by: TakenBy;
  /** The clean copy; null for what is no photo, or a photo that this browser cannot draw anew. */
  copy: Blob | null;
}

type State =
  | { step: 'idle'; problem: string | null }
  | { step: 'reading' }
  | { step: 'asking'; chosen: Chosen; problem: string | null }
  | { step: 'sealing'; chosen: Chosen; done: number; total: number };

interface Props {
  dossier: Id;
  onAdded?: () => void;
  /** What the file is, where the page knows it: a code of `file-roles`. */
  role?: string;
  /** Further changes of the same entry, e.g. the cost that the file is the receipt of. */
  along?: (file: Id) => Change[];
}

/** Adds a photo or file to a case: choose, say what it is, seal. The photo is cleaned before anybody passes it on. */
export function AddFile({ dossier, onAdded, role, along }: Props) {
  const [state, setState] = useState<State>({ step: 'idle', problem: null });
  const choose = async (file: File | undefined, by: TakenBy) => {
    if (file === undefined) return;
    const verdict = judgeFile(file);
    if (!verdict.accepted) return setState({ step: 'idle', problem: refusalWords(file, verdict) });
    setState({ step: 'reading' });
    const bytes = await readWhole(file);
    if (bytes === null)
      return setState({ step: 'idle', problem: t('files.add.refused.unreadable', { name: file.name }) });
    const isImage = verdict.family === 'image';
    const chosen: Chosen = {
      // What a camera calls a fresh picture is its date and time: it adds nothing and tells something.
      name: by === 'choice' ? file.name : plainName(file, verdict),
      by,
      mediaType: verdict.mediaType,
      family: verdict.family,
      bytes,
      metadata: readPhotoMetadata(isImage ? bytes : new Uint8Array()),
      tells: await hiddenData(bytes, verdict.family),
      // What was recorded here has nothing beside picture and sound.
      copy: isImage
        ? await makeWorkingCopy(file)
        : by === 'page'
          ? null
          : await cleanDocument(bytes, verdict),
    };
    setState({ step: 'asking', chosen, problem: null });
  };

  switch (state.step) {
    case 'idle':
      return <Choose problem={state.problem} onChoose={(file, by) => void choose(file, by)} />;
    case 'reading':
      return <Progress label={t('files.add.readingPhoto')} />;
    case 'asking':
      return (
        <Describe
          dossier={dossier}
          chosen={state.chosen}
          role={role}
          along={along}
          problem={state.problem}
          onCancel={() => setState({ step: 'idle', problem: null })}
          onProgress={(done, total) => setState({ step: 'sealing', chosen: state.chosen, done, total })}
          onFailed={(failure) =>
            setState({ step: 'asking', chosen: state.chosen, problem: failureWords(failure) })
          }
          onKept={() => {
            setState({ step: 'idle', problem: null });
            announce(t('files.add.saved'));
            onAdded?.();
          }}
        />
      );
    case 'sealing':
      return (
        <Progress
          label={t('files.add.sealing', { done: Math.min(state.done + 1, state.total), total: state.total })}
          done={state.done}
          total={state.total}
        />
      );
  }
}

/** What is taken here is called by what it is. */
function plainName(file: File, { family, mediaType }: { family: FileFamily; mediaType: string }): string {
  if (family === 'image') return `photo.${mediaType.split('/')[1] ?? 'jpg'}`;
  return `${family === 'audio' ? 'voice' : 'film'}.${file.name.split('.').pop() ?? 'bin'}`;
}

function Choose({
  problem,
  onChoose,
}: {
  problem: string | null;
  onChoose: (file: File | undefined, by: TakenBy) => void;
}) {
  const [taking, setTaking] = useState<{ of: 'picture' | 'voice'; Taker: typeof CaptureDialog } | null>(null);
  // Camera and recorder are fetched when somebody wants them; where they cannot be, a file can still be chosen.
  const take = (of: 'picture' | 'voice') =>
    void import('./CaptureDialog.tsx').then(
      ({ CaptureDialog: Taker }) => setTaking({ of, Taker }),
      () => undefined,
    );
  return (
    <section class="add-file stack stack-tight">
      <h3>{t('files.add.title')}</h3>
      <div class="buttons">
        {canRecord('film') && (
          <Button kind="plain" onClick={() => take('picture')}>
            <Icon name="camera" />
            {t('files.take.picture')}
          </Button>
        )}
        {canRecord('voice') && (
          <Button kind="plain" onClick={() => take('voice')}>
            <Icon name="microphone" />
            {t('files.take.voice')}
          </Button>
        )}
        <FileButton accept="image/*" camera onFiles={([file]) => onChoose(file, 'camera')}>
          <Icon name="camera" />
          {t('files.add.camera')}
        </FileButton>
        <FileButton accept={ACCEPT} onFiles={([file]) => onChoose(file, 'choice')}>
          <Icon name="file" />
          {t('files.add.choose')}
        </FileButton>
      </div>
      <p class="field-hint">
        {t('files.add.hint', { limit: formatBytes(translator.value.language, WHOLE_FILE_LIMIT) })}
      </p>
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      {taking !== null && (
        <taking.Taker
          of={taking.of}
          onClose={() => setTaking(null)}
          onTaken={(file) => {
            setTaking(null);
            onChoose(file, 'page');
          }}
        />
      )}
    </section>
  );
}

interface DescribeProps {
  dossier: Id;
  chosen: Chosen;
  role: Props['role'];
  along: Props['along'];
  problem: string | null;
  onCancel: () => void;
  onProgress: KeepFileRequest['onProgress'];
  onFailed: (failure: Failure) => void;
  onKept: () => void;
}

/** What the file is, what it carries besides what one sees, and whether the original stays. */
function Describe({
  dossier,
  chosen,
  role,
  along,
  problem,
  onCancel,
  onProgress,
  onFailed,
  onKept,
}: DescribeProps) {
  const vault = useVault();
  const space = currentSpace();
  const members = useQuery((asked) => asked.members(), [space?.id], ['profile']).data ?? [];
  const [answers, setAnswers] = useState<Record<string, Value>>(() => firstGuess(chosen, role));
  // Words outlive this file, should it have to be chosen again; what else was said is about this one.
  const form = useDrafted<{ words: Record<string, Value>; from: string }>({
    place: { dossier, about: 'file', purpose: role ?? '' },
    title: t('files.add.title'),
    begin: { words: {}, from: '' },
    close: onCancel,
  });
  const told = { ...answers, ...form.typed.words };
  const unreadable = useRef<readonly string[]>([]);
  const [how, setHow] = useState<Values>({ how: WAY[chosen.by] });
  const [keepOriginal, setKeepOriginal] = useState(true);
  const { language } = translator.value;

  const keep = async () => {
    if (unreadable.current.length > 0) return;
    const outcome = await whileWorking(() =>
      keepFile(vault, {
        dossier,
        file: chosen,
        copy: chosen.copy,
        keepOriginal,
        told,
        receipt: { ...how, from: chosen.by === 'choice' ? form.typed.from : '' },
        writer: { me: status.value.account ?? '', today: todayByServer() },
        ...(along === undefined ? {} : { along }),
        onProgress,
      }),
    );
    if (outcome.ok) {
      form.done();
      onKept();
    } else onFailed(outcome.failure);
  };
  if (!form.ready) return null;
  return (
    <section class="add-file stack">
      <div>
        <h3>{chosen.name}</h3>
        <p class="muted small">{formatBytes(language, chosen.bytes.length)}</p>
      </div>
      <Inside chosen={chosen} />
      {chosen.copy !== null && (
        <Choice
          type="checkbox"
          label={t('files.add.keepOriginal')}
          hint={t('files.add.keepOriginalHint')}
          checked={keepOriginal}
          onChange={setKeepOriginal}
        />
      )}
      <RecordForm
        kind="file"
        record=""
        records={[]}
        members={members}
        translator={translator.value}
        country={space?.country ?? 'az'}
        values={told}
        onChange={(next) => {
          const words = wordsOf(next);
          setAnswers(Object.fromEntries(Object.entries(next).filter(([name]) => !(name in words))));
          form.put({ words });
        }}
        onUnreadable={(fields) => {
          unreadable.current = fields;
        }}
        only={role === undefined ? ['role', 'description', 'capturedWhen', 'capturedHow'] : ['description']}
      />
      {chosen.by === 'choice' && role === undefined && (
        <RecordForm
          kind="custody"
          record=""
          records={[]}
          members={members}
          translator={translator.value}
          country={space?.country ?? 'az'}
          values={{ step: 'received', from: form.typed.from, ...how }}
          onChange={({ from, how: way, howOther }) => {
            setHow({ how: way ?? null, howOther: howOther ?? null });
            form.put({ from: typeof from === 'string' ? from : '' });
          }}
          only={['from', 'how', 'howOther']}
        />
      )}
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      <DraftLine form={form} />
      <div class="buttons">
        <Button onClick={() => void keep()}>{t('files.add.save')}</Button>
        <Button kind="plain" onClick={onCancel}>
          {t('files.add.cancel')}
        </Button>
      </div>
      <p class="field-hint">{t('files.add.rest')}</p>
    </section>
  );
}

async function cleanDocument(
  bytes: Uint8Array,
  what: { family: FileFamily; mediaType: string },
): Promise<Blob | null> {
  const made = await cleanBytes(bytes, what);
  return made === null ? null : new Blob([made], { type: what.mediaType });
}

/** What is said of a clean copy of what is no picture. */
const CLEAN_WORDS = {
  audio: 'files.add.cleanRecording',
  video: 'files.add.cleanRecording',
  document: 'files.add.cleanDocument',
  pdf: 'files.add.cleanDocument',
  text: 'files.add.onlyPhotos',
} as const satisfies Record<Exclude<FileFamily, 'image'>, MessageKey>;

/** What the file says besides what one sees. */
function Inside({ chosen: { family, metadata, tells, copy } }: { chosen: Chosen }) {
  if (family !== 'image')
    return (
      <Notice tone={tells.length > 0 ? 'w' : 'info'}>
        {tells.length > 0 && <p class="strong">{insideWords(tells)}</p>}
        <p>{t(copy === null ? 'files.add.onlyPhotos' : CLEAN_WORDS[family])}</p>
      </Notice>
    );
  if (copy === null)
    return (
      <Notice tone="w">
        {tells.length > 0 && <p class="strong">{insideWords(tells)}</p>}
        <p>{t('files.add.noCleanCopy')}</p>
      </Notice>
    );
  const isTelling = metadata.hasPlace || metadata.hasDevice;
  return (
    <Notice tone={isTelling ? 'w' : 'info'}>
      {metadata.hasPlace && <p class="strong">{t('files.add.placeInside')}</p>}
      {!metadata.hasPlace && metadata.hasDevice && <p class="strong">{t('files.add.deviceInside')}</p>}
      <p>{t('files.add.cleanCopy')}</p>
    </Notice>
  );
}

function insideWords(tells: readonly Tell[]): string {
  const { language } = translator.value;
  return t('files.add.tells', {
    what: formatList(
      language,
      tells.map((tell) => t(`files.tell.${tell}`)),
    ),
  });
}

/** What was typed, and not chosen. */
function wordsOf(told: Record<string, Value>): Record<string, Value> {
  const texts = kindOf('file')?.fields.filter(({ type }) => type.is === 'text') ?? [];
  return Object.fromEntries(
    texts.flatMap(({ name }) => (typeof told[name] === 'string' ? [[name, told[name]] as const] : [])),
  );
}

/** What the file itself suggests; whoever adds it corrects it. */
function firstGuess({ family, metadata }: Chosen, known: string | undefined): Record<string, Value> {
  const likely =
    family === 'image' ? 'photo' : family === 'audio' || family === 'video' ? 'recording' : 'evidence';
  const capturedWhen = metadata.takenOn === null ? null : { day: metadata.takenOn };
  return { role: known ?? likely, capturedWhen };
}
