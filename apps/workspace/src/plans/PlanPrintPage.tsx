import { VOICE_ORDER } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { codeLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice } from '../look/Choice.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Paper } from '../look/Paper.tsx';
import { SaveLink } from '../services/exchange/SaveLink.tsx';
import { Asking } from '../shell/Asking.tsx';
import { nowByServer } from '../vault/now-by-server.ts';
import { say } from '../vault/session.ts';
import { type LeavingSheet, sheetThatLeaves } from './embargo.ts';
import { EmbargoWord } from './EmbargoWord.tsx';
import { IatiPart } from './iati/IatiPart.tsx';
import { planCsv } from './plan-csv.ts';
import { type PlanSheet, planSheet, type SheetItem } from './plan-sheet.ts';
import { SheetItemView } from './SheetItemView.tsx';
import { type Framework, useFramework } from './use-framework.ts';
import './plans.css';

/** A plan for paper and for a table: what is printed is what is saved. */
export function PlanPrintPage({ id }: { id: Id }) {
  const room = useRoom();
  const asked = useFramework(id);
  return (
    <Page title={t('plans.sheet.title')} back={`/plans/${id}`} layout="wide">
      {asked.data === undefined || room === null ? (
        <Asking query={asked} />
      ) : asked.data.framework === null ? (
        <p role="alert">{asked.data.failure === null ? t('plans.gone') : say(asked.data.failure)}</p>
      ) : (
        <Sheet room={room} framework={asked.data.framework} />
      )}
    </Page>
  );
}

function Sheet({ room, framework }: { room: Room; framework: Framework }) {
  const { translator, members, country } = room;
  const [isWhole, setIsWhole] = useState(false);
  const [word, setWord] = useState(false);
  const made = planSheet(
    framework,
    { translator, members, country, records: framework.records },
    nowByServer(),
  );
  const sheet = sheetThatLeaves(made, word);
  return (
    <div class="stack stack-loose">
      <div class="stack no-print">
        <Notice tone="w">
          <p>{t('plans.sheet.leaves')}</p>
        </Notice>
        <EmbargoWord embargo={made.embargo} word={word} onWord={setWord} />
        <Choice
          type="checkbox"
          label={t('plans.sheet.whole')}
          hint={t('plans.sheet.wholeHint')}
          checked={isWhole}
          onChange={setIsWhole}
        />
        {sheet !== null && (
          <>
            <div class="buttons">
              <Button onClick={() => print()}>{t('plans.sheet.print')}</Button>
              <SaveLink
                key={`${framework.root.updated.at} ${translator.language}`}
                name={sheet.embargo.length === 0 ? 'plan.csv' : 'embargo-plan.csv'}
                type="text/csv;charset=utf-8"
                text={() => `\ufeff${planCsv(sheet, translator)}`}
              >
                {t('plans.sheet.save')}
              </SaveLink>
            </div>
            <IatiPart room={room} framework={framework} embargo={sheet.embargo} />
          </>
        )}
      </div>
      {sheet === null ? (
        <p class="print-only">{t('plans.embargo.held')}</p>
      ) : (
        <OnPaper room={room} sheet={sheet} isWhole={isWhole} />
      )}
    </div>
  );
}

function OnPaper({ room, sheet, isWhole }: { room: Room; sheet: LeavingSheet; isWhole: boolean }) {
  const day = formatDate(room.translator.language, room.today);
  return (
    <Paper
      label={t('plans.sheet.title')}
      {...(sheet.embargo.length === 0 ? {} : { kicker: sheet.embargo.join(' · ') })}
      title={sheet.name}
      facts={[day, ...sheet.facts.map(({ name, words }) => `${name}: ${words}`)]}
      foot={[...sheet.embargo, sheet.name.slice(0, 80), day].join(' · ')}
    >
      {sheet.sessions.length > 0 && (
        <section class="stack stack-tight">
          <h3>{t('plans.sessions.title')}</h3>
          {sheet.sessions.map(({ id, name, facts }) => (
            <p key={id}>
              <strong>{name}</strong>. {facts.map((fact) => `${fact.name}: ${fact.words}`).join(' · ')}
            </p>
          ))}
        </section>
      )}
      {sheet.groups.map((group) => (
        <section key={group.id} class="stack stack-tight">
          <h3>{group.name}</h3>
          {group.goal !== '' && <p class="muted">{group.goal}</p>}
          <GroupTable room={room} group={group} />
          {isWhole && group.items.map((item) => <SheetItemView key={item.id} item={item} />)}
        </section>
      ))}
    </Paper>
  );
}

/** Who says what of each commitment of a group, a column for each voice that there is in it. */
function GroupTable({ room, group }: { room: Room; group: PlanSheet['groups'][number] }) {
  const { translator } = room;
  const voices = VOICE_ORDER.filter((voice) =>
    group.items.some(({ said }) => said.some((each) => each.voice === voice)),
  );
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={group.name}>
      <table class="table-of-words plan-table">
        <thead>
          <tr>
            <th scope="col">{t('plans.sheet.commitment')}</th>
            <th scope="col">{t('plans.sheet.says')}</th>
            {voices.map((voice) => (
              <th key={voice} scope="col">
                {codeLabel(translator, 'voices', voice)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                {[item.number, item.name].filter(Boolean).join(' ')}
                {item.stands > 0 && ` (${t('plans.stands', { count: item.stands })})`}
              </th>
              <td data-column={t('plans.sheet.says')}>
                <Says item={item} />
              </td>
              {voices.map((voice) => (
                <td key={voice} data-column={codeLabel(translator, 'voices', voice)}>
                  {item.said
                    .filter((each) => each.voice === voice)
                    .map((each) => (
                      <p key={each.id}>
                        <strong>{each.ratingWords}</strong>
                        {voice === 'organisation' || voice === 'independent' ? `, ${each.who}` : ''},{' '}
                        {each.day}
                        {each.words !== '' && <span class="value-long">. {each.words}</span>}
                      </p>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the document says of it and what was answered, each with its name. */
function Says({ item }: { item: SheetItem }) {
  return (
    <>
      {[...item.text, ...item.asked, ...item.money].map(({ name, words }) => (
        <p key={name}>
          <span class="muted">{name}: </span>
          {words}
        </p>
      ))}
    </>
  );
}
