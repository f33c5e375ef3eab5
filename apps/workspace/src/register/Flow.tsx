import { EVERY_CASE } from '../cases/list/filters.ts';
import { listMemory } from '../cases/list/list-memory.ts';
import {
  type Asked,
  dryRun,
  type Mapping,
  propose,
  type Refusal,
  type RowPlan,
  RowPlanner,
  type RowReport,
  type Subject,
  type Words,
} from '@dayaq/register';
import { formatNumber } from '@dayaq/locale';
import { useRef, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FileButton } from '../look/FileButton.tsx';
import { Progress } from '../look/Progress.tsx';
import { whileWorking } from '../shell/work-under-way.ts';
import { currentSpaceId } from '../vault/session.ts';
import { allWords } from './all-words.ts';
import { bringIn, type Ended } from './bring.ts';
import { type Brought, broughtHere } from './brought.ts';
import { Columns } from './Columns.tsx';
import { Earlier } from './Earlier.tsx';
import { EndedNotice } from './EndedNotice.tsx';
import { keepMapping, keptMappings } from './kept-mappings.ts';
import { type Found, KnownHere } from './known-here.ts';
import { type Opened, openFile } from './opened.ts';
import { readAway, type Reading } from './read-away.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { Report } from './Report.tsx';

type Step =
  | { at: 'choose'; refusal: Refusal | null }
  | { at: 'reading' }
  | { at: 'columns'; opened: Opened }
  | { at: 'checking'; opened: Opened; done: number }
  | { at: 'report'; opened: Opened; reports: readonly RowReport[]; found: ReadonlyMap<number, Found> }
  | { at: 'importing'; done: number; total: number }
  | { at: 'ended'; ended: Ended; total: number; about: Subject };

const figure = (n: number): string => formatNumber(language.value, n);

/** Lets the page draw what it says before something keeps it busy. */
const breath = () => new Promise((drawn) => setTimeout(drawn, 0));

/** From a file to cases: its columns, what each row becomes, and only then anything is saved. */
export function Flow({ room }: { room: Room }) {
  const { vault } = room;
  const [step, setStep] = useState<Step>({ at: 'choose', refusal: null });
  const words = useRef<Words | null>(null);
  const reading = useRef<Reading | null>(null);
  const stop = useRef(false);
  const year = Number(room.today.slice(0, 4));

  async function open(file: string, bytes: Uint8Array, asked?: Asked): Promise<void> {
    setStep({ at: 'reading' });
    words.current ??= await allWords(room.country);
    reading.current = readAway(bytes, asked ?? {});
    const read = await reading.current.answer;
    if (read === null) return setStep({ at: 'choose', refusal: null });
    if (!read.ok) return setStep({ at: 'choose', refusal: read.refusal });
    const kept = await keptMappings(vault);
    setStep({ at: 'columns', opened: openFile(file, bytes, read.value, words.current, year, kept) });
  }

  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setStep({ at: 'reading' });
    try {
      await open(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      setStep({ at: 'choose', refusal: { code: 'damaged' } });
    }
  }

  function change(opened: Opened, mapping: Mapping): void {
    setStep({ at: 'columns', opened: { ...opened, mapping } });
    void keepMapping(vault, mapping);
  }

  /** Its rows tell of something else than was found: the columns are proposed anew. */
  function tellsOf(opened: Opened, about: Subject): void {
    if (words.current === null) return;
    const proposal = propose(opened.table, words.current, year, about);
    setStep({ at: 'columns', opened: { ...opened, proposal, mapping: proposal.mapping, kept: 'none' } });
  }

  async function check(opened: Opened): Promise<void> {
    if (words.current === null) return;
    stop.current = false;
    const reports = await dryRun(opened.table, opened.mapping, words.current, room.today, async (done) => {
      setStep({ at: 'checking', opened, done });
      await breath();
      return !stop.current;
    });
    if (reports === null) return setStep({ at: 'columns', opened });
    const coming = reports.flatMap(({ comes, isFirst, name, called }) =>
      comes !== null && isFirst ? [{ at: comes, name, called, root: opened.mapping.about }] : [],
    );
    const found = await new KnownHere(vault).look(coming);
    setStep({
      at: 'report',
      opened,
      reports,
      found: new Map(coming.map(({ at }, i) => [at, found[i] ?? { is: 'here' }])),
    });
  }

  async function bring(opened: Opened, chosen: readonly number[], again: boolean): Promise<void> {
    const space = currentSpaceId();
    if (words.current === null || space === null) return;
    stop.current = false;
    setStep({ at: 'importing', done: 0, total: chosen.length });
    const planOf = plannerOf(opened);
    const brought = await importOf(space, opened);
    const ended = await whileWorking(() =>
      bringIn(
        vault,
        brought,
        chosen.length,
        again,
        (at) => planOf(chosen[at] ?? -1),
        (done) => setStep({ at: 'importing', done, total: chosen.length }),
        () => stop.current,
      ),
    );
    setStep({ at: 'ended', ended, total: chosen.length, about: opened.mapping.about });
  }

  /** Reads the rows of single cases again: for what all of them become a phone has no room. */
  function plannerOf({ table, mapping }: Opened): (at: number) => RowPlan {
    if (words.current === null) throw new Error('a file was opened without words');
    const planner = new RowPlanner(table, mapping, words.current, room.today);
    return (at) => planner.plan(...(planner.cases[at] ?? []));
  }

  /** The import of this file that was begun and not ended, or a new one. */
  async function importOf(space: string, { file, mapping }: Opened): Promise<Brought> {
    const columns = mapping.columns.join('\n');
    const begun = (await broughtHere(vault, space)).find(
      (each) => each.state === 'begun' && each.file === file && each.columns === columns,
    );
    if (begun !== undefined) return { ...begun, lists: begun.lists + 1 };
    const id = await vault.newId();
    return { id, space, file, columns, began: Date.now(), total: 0, done: 0, state: 'begun', lists: 0 };
  }

  const stopButton = (
    <Button
      kind="plain"
      onClick={() => {
        stop.current = true;
      }}
    >
      {t('register.stop')}
    </Button>
  );

  switch (step.at) {
    case 'choose':
      return (
        <div class="stack stack-loose">
          <p>{t('register.about')}</p>
          {step.refusal !== null && <RefusalNotice refusal={step.refusal} />}
          <div class="buttons">
            <ChooseFile onFile={(file) => void choose(file)}>{t('register.choose')}</ChooseFile>
          </div>
          <Earlier room={room} />
        </div>
      );
    case 'reading':
      return (
        <div class="stack">
          <Progress label={t('register.reading')} />
          <div>
            <Button kind="plain" onClick={() => reading.current?.stop()}>
              {t('register.stop')}
            </Button>
          </div>
        </div>
      );
    case 'columns': {
      const { opened } = step;
      return (
        words.current !== null && (
          <Columns
            room={room}
            words={words.current}
            year={year}
            opened={opened}
            onMapping={(mapping) => change(opened, mapping)}
            onAbout={(about) => tellsOf(opened, about)}
            onAsked={(asked) => void open(opened.file, opened.bytes, asked)}
            onCheck={() => void check(opened)}
          />
        )
      );
    }
    case 'checking':
      return (
        <div class="stack">
          <Progress label={t('register.checking')} done={step.done} total={step.opened.table.rows.length} />
          {stopButton}
        </div>
      );
    case 'report': {
      const { opened, reports, found } = step;
      return (
        <Report
          room={room}
          reports={reports}
          found={found}
          about={opened.mapping.about}
          planOf={plannerOf(opened)}
          onBack={() => setStep({ at: 'columns', opened })}
          onImport={(chosen, again) => void bring(opened, chosen, again)}
        />
      );
    }
    case 'importing':
      return (
        <div class="stack">
          <Progress
            label={t('register.importing', { done: figure(step.done), total: figure(step.total) })}
            done={step.done}
            total={step.total}
          />
          {stopButton}
        </div>
      );
    case 'ended':
      return (
        <div class="stack stack-loose">
          <EndedNotice ended={step.ended} total={step.total} about={step.about} />
          <div class="buttons">
            {step.about === 'case' ? (
              <Button
                href="/cases"
                onClick={() => {
                  listMemory.search = EVERY_CASE;
                }}
              >
                {t('register.toCases')}
              </Button>
            ) : (
              <Button href="/services">{t('register.toServices')}</Button>
            )}
            <ChooseFile onFile={(file) => void choose(file)}>{t('register.another')}</ChooseFile>
          </div>
          <Earlier room={room} />
        </div>
      );
  }
}

function ChooseFile({ onFile, children }: { onFile: (file: File | undefined) => void; children: string }) {
  return (
    <FileButton
      accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      onFiles={([file]) => onFile(file)}
    >
      {children}
    </FileButton>
  );
}
