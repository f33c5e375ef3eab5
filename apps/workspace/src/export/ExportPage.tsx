import { formatNumber } from '@dayaq/locale';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Room, memberName } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { zipped } from '../files/zipped.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice } from '../look/Choice.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Progress } from '../look/Progress.tsx';
import { whileWorking } from '../shell/work-under-way.ts';
import { currentSpaceId, say } from '../vault/session.ts';
import { Export } from './files.ts';
import { gather, MOST_DOSSIERS } from './gather.ts';

/** Everything that somebody may see, in open formats: it leaves the seal, and that is said first. */
export function ExportPage() {
  const room = useRoom();
  return <Page title={t('export.title')}>{room !== null && <Flow room={room} />}</Page>;
}

type Step =
  | { at: 'asking' }
  | { at: 'gathering'; done: number; total: number }
  | { at: 'ready'; url: string; records: number; isCut: boolean }
  | { at: 'locked' };

const figure = (n: number): string => formatNumber(language.value, n);

function Flow({ room }: { room: Room }) {
  const { vault, translator } = room;
  const [step, setStep] = useState<Step>({ at: 'asking' });
  const [isUnderstood, setIsUnderstood] = useState(false);
  const stop = useRef(false);
  const made = useRef('');
  const forget = (): void => {
    if (made.current !== '') URL.revokeObjectURL(made.current);
    made.current = '';
  };
  useEffect(
    () => () => {
      stop.current = true;
      forget();
    },
    [],
  );

  async function run(): Promise<void> {
    const space = currentSpaceId();
    if (space === null) return;
    stop.current = false;
    setStep({ at: 'gathering', done: 0, total: 0 });
    const into = new Export({
      translator,
      country: room.country,
      nameOf: (account) => memberName(room, account),
    });
    const gathered = await whileWorking(() =>
      gather(
        vault,
        space,
        into,
        (done, total) => setStep({ at: 'gathering', done, total }),
        () => stop.current,
      ),
    );
    if (gathered.is === 'stopped') return setStep({ at: 'asking' });
    if (gathered.is === 'locked') return setStep({ at: 'locked' });
    const encoder = new TextEncoder();
    const bytes = zipped(
      Object.fromEntries(into.files().map(({ name, text }) => [name, encoder.encode(text)] as const)),
    );
    forget();
    made.current = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
    setStep({ at: 'ready', url: made.current, records: into.records, isCut: gathered.is === 'cut' });
  }

  return (
    <div class="stack stack-loose">
      <p>{t('export.about')}</p>
      <p class="muted">{t('export.without')}</p>
      <Notice tone="d">
        <p class="strong">{t('export.leaves')}</p>
        <p>{t('export.where')}</p>
      </Notice>
      {step.at === 'gathering' ? (
        <>
          <Progress
            label={t('export.gathering', { done: figure(step.done) })}
            done={step.done}
            total={step.total}
          />
          <p class="muted">{t('export.stay')}</p>
          <div>
            <Button
              kind="plain"
              onClick={() => {
                stop.current = true;
              }}
            >
              {t('export.stop')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Choice
            type="checkbox"
            label={t('export.understood')}
            checked={isUnderstood}
            onChange={setIsUnderstood}
          />
          <div class="buttons">
            <Button disabled={!isUnderstood} why={t('export.first')} onClick={() => void run()}>
              {t('export.make')}
            </Button>
          </div>
        </>
      )}
      {step.at === 'locked' && (
        <Notice tone="w" role="alert">
          <p>{say({ code: 'locked' })}</p>
        </Notice>
      )}
      {step.at === 'ready' && (
        <Notice tone="o" role="status">
          <p>{t('export.ready', { count: step.records })}</p>
          {step.isCut && <p>{t('export.cut', { number: figure(MOST_DOSSIERS) })}</p>}
          <div class="buttons">
            <Button kind="plain" href={step.url} download="dayaq-export.zip">
              {t('export.save')}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
