import '../../cases/parts/side-rows.css';
import { formatMoment, formatNumber } from '@dayaq/locale';
import type { Failure, Id, MemberView } from '@dayaq/vault/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { useRoom } from '../../cases/use-room.ts';
import { addressOf } from '../../kind-places.ts';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { Empty } from '../../look/Empty.tsx';
import { Field } from '../../look/Field.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Page } from '../../look/Page.tsx';
import { Progress } from '../../look/Progress.tsx';
import { whileWorking } from '../../shell/work-under-way.ts';
import { currentSpaceId, say, useQuery } from '../../vault/session.ts';
import { caseloadOf, type Held } from './caseload.ts';
import { EndedWords } from './EndedWords.tsx';
import { type Choice, type Ended, handOn, takeBack, type TakenBack } from './hand-on.ts';
import { StaysTheirs } from './StaysTheirs.tsx';
import { type HandedOn, handedOnHere } from './handed-on.ts';

/** Rows that are drawn; those behind go to whoever gets the rest. */
const DRAWN = 200;

const figure = (n: number): string => formatNumber(language.value, n);

/** Everything that a member holds goes to others in one act: to one of them, or case by case. */
export function HandOnPage({ account }: { account?: string }) {
  const room = useRoom();
  const from = room?.members.find((member) => member.account === account);
  return (
    <Page title={t('people.handOn.title', { name: from?.name || t('people.unnamed') })} back="/people">
      {room !== null &&
        (room.role === 'viewer' || from === undefined ? (
          <p class="muted">{t('people.handOn.notYours')}</p>
        ) : (
          <Caseload key={from.account} room={room} from={from} />
        ))}
    </Page>
  );
}

type Step =
  | { at: 'looking'; done: number; total: number }
  | { at: 'choosing'; held: readonly Held[]; more: boolean }
  | { at: 'handing'; done: number; total: number }
  | { at: 'ended'; ended: Ended; held: readonly Held[] }
  | { at: 'taking' }
  | { at: 'back'; back: TakenBack | Failure };

function Caseload({ room, from }: { room: Room; from: MemberView }) {
  const { vault } = room;
  const [step, setStep] = useState<Step>({ at: 'looking', done: 0, total: 0 });
  const [toAll, setToAll] = useState<Id>('');
  const [own, setOwn] = useState<Readonly<Record<Id, Id>>>({});
  const stop = useRef(false);
  const space = currentSpaceId() ?? '';
  const earlier =
    useQuery((v) => handedOnHere(v, space), [space, step.at], []).data?.filter(
      (each) => each.from === from.account && each.state === 'done' && each.done > 0,
    ) ?? [];
  const others = room.members.filter(
    (member) => !member.removed && member.role !== 'viewer' && member.account !== from.account,
  );

  async function look(): Promise<void> {
    stop.current = false;
    const load = await caseloadOf(
      vault,
      from.account,
      (done, total) => setStep({ at: 'looking', done, total }),
      () => stop.current,
    );
    if (load !== null) setStep({ at: 'choosing', ...load });
  }
  useEffect(() => {
    void look();
    return () => {
      stop.current = true;
    };
  }, [vault]);

  function choicesOf(held: readonly Held[]): Choice[] {
    const byAccount = new Map(others.map((member) => [member.account, member]));
    return held.flatMap(({ dossier }) => {
      const to = byAccount.get(own[dossier] ?? toAll);
      return to === undefined ? [] : [{ dossier, to }];
    });
  }

  async function hand(held: readonly Held[], choices: readonly Choice[]): Promise<void> {
    stop.current = false;
    setStep({ at: 'handing', done: 0, total: choices.length });
    const note: HandedOn = {
      id: await vault.newId(),
      space,
      from: from.account,
      name: from.name,
      began: Date.now(),
      done: 0,
      state: 'done',
      lists: 0,
    };
    const ended = await whileWorking(() =>
      handOn(
        vault,
        note,
        choices,
        (done) => setStep({ at: 'handing', done, total: choices.length }),
        () => stop.current,
      ),
    );
    setStep({ at: 'ended', ended, held });
  }

  async function undo(note: HandedOn): Promise<void> {
    setStep({ at: 'taking' });
    const back = await whileWorking(() => takeBack(vault, note));
    setStep({ at: 'back', back: back.ok ? back.value : back.failure });
  }

  const stopButton = (
    <div>
      <Button
        kind="plain"
        onClick={() => {
          stop.current = true;
        }}
      >
        {t('people.handOn.stop')}
      </Button>
    </div>
  );
  switch (step.at) {
    case 'looking':
      return <Progress label={t('people.handOn.looking')} done={step.done} total={step.total} />;
    case 'taking':
      return <Progress label={t('people.handOn.taking')} />;
    case 'handing':
      return (
        <div class="stack">
          <Progress
            label={t('people.handOn.handing', { done: figure(step.done), total: figure(step.total) })}
            done={step.done}
            total={step.total}
          />
          {stopButton}
        </div>
      );
    case 'ended':
    case 'back':
      return (
        <div class="stack stack-loose">
          {step.at === 'ended' ? (
            <EndedWords {...step} onAsked={(choice) => void hand(step.held, [{ ...choice, asked: true }])} />
          ) : (
            <BackWords back={step.back} />
          )}
          {step.at === 'ended' && <StaysTheirs room={room} from={from} />}
          <div class="buttons">
            <Button href="/people">{t('shell.people')}</Button>
            <Button kind="plain" onClick={() => void look()}>
              {t('people.handOn.again')}
            </Button>
          </div>
          <Earlier earlier={earlier} onUndo={(note) => void undo(note)} />
        </div>
      );
    case 'choosing': {
      const { held, more } = step;
      const alongside = held.filter(({ leads }) => !leads).length;
      const chosen = held.filter(({ dossier }) => (own[dossier] ?? toAll) !== '').length;
      return (
        <div class="stack stack-loose">
          <p>{t('people.handOn.about')}</p>
          <p class="small muted">{t('people.handOn.onlyYours')}</p>
          {held.length === 0 ? (
            <>
              <Empty icon="people" title={t('people.handOn.nothing')} />
              <StaysTheirs room={room} from={from} />
            </>
          ) : (
            <>
              <Recipient
                label={t('people.handOn.toAll')}
                none={t('people.handOn.choose')}
                others={others}
                value={toAll}
                onValue={setToAll}
              />
              <ul class="side-rows" aria-label={t('people.handOn.cases', { count: held.length })}>
                {held.slice(0, DRAWN).map((each) => (
                  <li key={each.dossier} class="side-row">
                    <p class="side-title">
                      <a href={addressOf(each.kind, { id: each.dossier, dossier: each.dossier }) ?? '/cases'}>
                        {each.title}
                      </a>
                      {each.danger !== null && <DangerLevel level={each.danger} />}
                    </p>
                    <p class="small muted">
                      {[
                        each.title === each.reference ? '' : each.reference,
                        t('people.handOn.things', { count: each.things }),
                        each.restricted ? t('people.handOn.opens') : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <Recipient
                      bare
                      label={t('people.handOn.to', { title: each.title })}
                      none={t('people.handOn.asAll')}
                      others={others}
                      value={own[each.dossier] ?? ''}
                      onValue={(to) => setOwn((now) => ({ ...now, [each.dossier]: to }))}
                    />
                  </li>
                ))}
              </ul>
              {alongside > 0 && <p class="muted">{t('people.handOn.ledByOthers', { count: alongside })}</p>}
              {(held.length > DRAWN || more) && (
                <p class="muted">{t('people.handOn.more', { number: figure(held.length) })}</p>
              )}
              <div class="buttons">
                <Button
                  disabled={chosen === 0}
                  why={t('people.handOn.chooseFirst')}
                  onClick={() => void hand(held, choicesOf(held))}
                >
                  {t('people.handOn.act', { count: chosen })}
                </Button>
              </div>
            </>
          )}
          <Earlier earlier={earlier} onUndo={(note) => void undo(note)} />
        </div>
      );
    }
  }
}

interface RecipientProps {
  label: string;
  /** It stands in the row of what is handed on. */
  bare?: boolean;
  /** What stands where nobody is chosen. */
  none: string;
  others: readonly MemberView[];
  value: Id;
  onValue: (to: Id) => void;
}

function Recipient({ label, bare = false, none, others, value, onValue }: RecipientProps) {
  return (
    <Field label={label} bare={bare}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{none}</option>
          {others.map((member) => (
            <option key={member.account} value={member.account}>
              {member.name || t('people.unnamed')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function BackWords({ back }: { back: TakenBack | Failure }) {
  if ('code' in back)
    return (
      <Notice tone="w" role="alert">
        <p>{say(back)}</p>
      </Notice>
    );
  return (
    <Notice tone="o" role="status">
      <p>{t('people.handOn.back', { count: back.back })}</p>
      {back.worked > 0 && <p>{t('people.handOn.worked', { count: back.worked })}</p>}
    </Notice>
  );
}

function Earlier({ earlier, onUndo }: { earlier: readonly HandedOn[]; onUndo: (note: HandedOn) => void }) {
  if (earlier.length === 0) return null;
  return (
    <section class="stack" aria-label={t('people.handOn.earlier')}>
      <h2>{t('people.handOn.earlier')}</h2>
      <ul class="rows">
        {earlier.map((each) => (
          <li key={each.id} class="row">
            <div class="stack stack-tight">
              <p>{t('people.handOn.done', { count: each.done })}</p>
              <p class="row-note">{formatMoment(language.value, each.began)}</p>
              <div class="buttons">
                <Button kind="quiet" small onClick={() => onUndo(each)}>
                  {t('people.handOn.undo')}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
