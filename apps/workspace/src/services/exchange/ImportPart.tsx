import type { HsdsImport } from '@dayaq/domain/hsds';
import { useRef, useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { FileButton } from '../../look/FileButton.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Progress } from '../../look/Progress.tsx';
import { say, useQuery } from '../../vault/session.ts';
import { ImportReport } from './ImportReport.tsx';
import { type ImportPlan, planImport } from './plan.ts';
import { whileWorking } from '../../shell/work-under-way.ts';
import { readFiles } from './read-files.ts';
import { type Ended, readHere, runImport } from './run-import.ts';
import { UNFINISHED } from './unfinished.ts';

type State =
  | { step: 'idle' }
  | { step: 'reading'; done: number; total: number }
  | { step: 'report'; read: HsdsImport; plan: ImportPlan | null }
  | { step: 'saving'; done: number; total: number }
  | { step: 'ended'; ended: Ended; total: number }
  | { step: 'unreadable' };

/** Chosen files are read and judged line by line first; nothing is saved before a person has seen the report. */
export function ImportPart({ room }: { room: Room }) {
  const { vault, translator, country } = room;
  const [state, setState] = useState<State>({ step: 'idle' });
  const [update, setUpdate] = useState(false);
  const stop = useRef(false);
  const unfinished = useQuery((v) => v.preference(UNFINISHED), [state.step], []).data;

  async function read(files: readonly File[]): Promise<void> {
    setState({ step: 'reading', done: 0, total: 0 });
    setUpdate(false);
    // The page says that it reads before a large file keeps it busy.
    await new Promise((painted) => setTimeout(painted, 50));
    try {
      const found = await readFiles(files, translator, country);
      const plan = found.refused
        ? null
        : planImport(
            found.records,
            await readHere(vault, found.records, (done, total) => setState({ step: 'reading', done, total })),
          );
      setState({ step: 'report', read: found, plan });
    } catch {
      setState({ step: 'unreadable' });
    }
  }

  async function save(plan: ImportPlan): Promise<void> {
    const acts = [...plan.fresh, ...(update ? plan.changed : [])];
    stop.current = false;
    setState({ step: 'saving', done: 0, total: acts.length });
    const ended = await whileWorking(() =>
      runImport(
        vault,
        acts,
        (done, total) => setState({ step: 'saving', done, total }),
        () => stop.current,
      ),
    );
    setState({ step: 'ended', ended, total: acts.length });
  }

  const busy = state.step === 'reading' || state.step === 'saving';
  return (
    <section class="stack" aria-label={t('services.exchange.import')}>
      <h2>{t('services.exchange.import')}</h2>
      <p class="muted">{t('services.exchange.importHint')}</p>
      {unfinished != null && state.step === 'idle' && (
        <Notice tone="w">
          <p>{t('services.exchange.unfinished')}</p>
        </Notice>
      )}
      {!busy && (
        <FileButton
          multiple
          accept=".json,.csv,application/json,text/csv"
          onFiles={(files) => void read(files)}
        >
          {t('services.exchange.choose')}
        </FileButton>
      )}
      {state.step === 'reading' && (
        <Progress
          label={t('services.exchange.reading')}
          {...(state.total > 0 ? { done: state.done, total: state.total } : {})}
        />
      )}
      {state.step === 'unreadable' && (
        <Notice tone="w" role="alert">
          <p>{t('services.exchange.unreadable')}</p>
        </Notice>
      )}
      {state.step === 'report' && (
        <>
          <ImportReport read={state.read} plan={state.plan} translator={translator} />
          {state.plan !== null && state.plan.clashes.length === 0 && (
            <Ready
              plan={state.plan}
              update={update}
              onUpdate={setUpdate}
              onSave={(plan) => void save(plan)}
            />
          )}
        </>
      )}
      {state.step === 'saving' && (
        <div class="stack">
          <Progress label={t('services.exchange.saving')} done={state.done} total={state.total} />
          <Button
            kind="plain"
            onClick={() => {
              stop.current = true;
            }}
          >
            {t('services.exchange.stop')}
          </Button>
        </div>
      )}
      {state.step === 'ended' && <EndedNotice ended={state.ended} total={state.total} />}
    </section>
  );
}

interface ReadyProps {
  plan: ImportPlan;
  update: boolean;
  onUpdate: (update: boolean) => void;
  onSave: (plan: ImportPlan) => void;
}

function Ready({ plan, update, onUpdate, onSave }: ReadyProps) {
  const hasNews = plan.fresh.length > 0 || (update && plan.changed.length > 0);
  return (
    <div class="stack">
      {plan.changed.length > 0 && (
        <ChoiceGroup legend={t('services.exchange.differs')} hint={t('services.exchange.differsHint')}>
          <Choice
            type="radio"
            name="update"
            label={t('services.exchange.keepOurs')}
            checked={!update}
            onChange={() => onUpdate(false)}
          />
          <Choice
            type="radio"
            name="update"
            label={t('services.exchange.takeTheirs')}
            checked={update}
            onChange={() => onUpdate(true)}
          />
        </ChoiceGroup>
      )}
      {hasNews ? (
        <div class="buttons">
          <Button onClick={() => onSave(plan)}>{t('services.exchange.importAct')}</Button>
        </div>
      ) : (
        <Notice tone="o" role="status">
          <p>{t('services.exchange.nothingToDo')}</p>
        </Notice>
      )}
    </div>
  );
}

function EndedNotice({ ended, total }: { ended: Ended; total: number }) {
  if (ended.is === 'done')
    return (
      <Notice tone="o" role="status">
        <p>{t('services.exchange.done')}</p>
        <a href="/services">{t('services.exchange.toList')}</a>
      </Notice>
    );
  return (
    <Notice tone="w" role="alert">
      {ended.is === 'failed' && <p>{say(ended.failure)}</p>}
      <p>{t('services.exchange.stopped', { done: ended.done, total })}</p>
    </Notice>
  );
}
