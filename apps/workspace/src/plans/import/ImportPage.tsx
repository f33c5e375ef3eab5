import { type Asked, type Chosen, LIMITS, type Refusal } from '@dayaq/register';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { useRoom } from '../../cases/use-room.ts';
import { t } from '../../locale/index.ts';
import { FileButton } from '../../look/FileButton.tsx';
import { Page } from '../../look/Page.tsx';
import { Progress } from '../../look/Progress.tsx';
import { readAway } from '../../register/read-away.ts';
import { RefusalNotice } from '../../register/RefusalNotice.tsx';
import { Asking } from '../../shell/Asking.tsx';
import { say } from '../../vault/session.ts';
import { type Framework, useFramework } from '../use-framework.ts';
import { Mapping } from './Mapping.tsx';
import '../plans.css';

/** Recommendations come in from a table: a person says what each column is, and sees what changes before anything does. */
export function ImportPage({ id }: { id: Id }) {
  const room = useRoom();
  const asked = useFramework(id);
  return (
    <Page title={t('plans.import.title')} back={`/plans/${id}`} layout="wide">
      {asked.data === undefined || room === null ? (
        <Asking query={asked} />
      ) : asked.data.framework === null ? (
        <p role="alert">{asked.data.failure === null ? t('plans.gone') : say(asked.data.failure)}</p>
      ) : room.role === 'viewer' ? (
        <p class="muted">{t('plans.import.viewerOnly')}</p>
      ) : (
        <Flow room={room} framework={asked.data.framework} />
      )}
    </Page>
  );
}

type Step =
  | { at: 'asking'; refusal: Refusal | null }
  | { at: 'reading' }
  /** `times`: how often the file was read; each time its columns are said anew. */
  | { at: 'mapping'; file: File; chosen: Chosen; times: number };

function Flow({ room, framework }: { room: Room; framework: Framework }) {
  const [step, setStep] = useState<Step>({ at: 'asking', refusal: null });
  async function open(file: File | undefined, asked: Asked = {}, times = 0): Promise<void> {
    if (file === undefined) return;
    if (file.size > LIMITS.bytes) return setStep({ at: 'asking', refusal: { code: 'too-large' } });
    setStep({ at: 'reading' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readAway(bytes, asked).answer;
    if (read === null) return setStep({ at: 'asking', refusal: null });
    if (!read.ok) return setStep({ at: 'asking', refusal: read.refusal });
    setStep({ at: 'mapping', file, chosen: read.value, times });
  }
  return (
    <div class="stack stack-loose">
      <p>{t('plans.import.about')}</p>
      <div class="buttons">
        <FileButton accept=".xlsx,.docx,.csv,.tsv,.txt" onFiles={([file]) => void open(file)}>
          {t('plans.import.choose')}
        </FileButton>
      </div>
      {step.at === 'asking' && step.refusal !== null && <RefusalNotice refusal={step.refusal} />}
      {step.at === 'reading' && <Progress label={t('plans.import.reading')} />}
      {step.at === 'mapping' && (
        <Mapping
          key={`${step.file.name} ${step.times}`}
          room={room}
          framework={framework}
          chosen={step.chosen}
          onAsked={(asked) => void open(step.file, asked, step.times + 1)}
        />
      )}
    </div>
  );
}
