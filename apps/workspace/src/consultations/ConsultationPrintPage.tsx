import { CONSULTED_STEPS } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import { textIn } from '@dayaq/acts/record-values';
import type { Id } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { fieldLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Paper } from '../look/Paper.tsx';
import '../plans/plans.css';
import { type ConsultationSheet, consultationSheet } from './consultation-sheet.ts';
import { headline, ofAll, unknownWords } from './heard.ts';

/** A consultation for paper. */
export function ConsultationPrintPage({ id }: { id: Id }) {
  const room = useRoom();
  return (
    <Page title={t('consultations.print.title')} back={`/consultations/${id}`} layout="wide">
      {room !== null && (
        <OneRoot id={id} kinds={['consultation', 'consulted', 'proposal']}>
          {(root, { records, restricted }) => {
            const live = records.filter(({ deleted }) => !deleted);
            const { translator, members, country } = room;
            const sheet = consultationSheet(root, live, { translator, members, country, records: live });
            const isClosed = restricted || textIn(root, 'type') === 'closed-meeting';
            return <Sheet room={room} sheet={sheet} isClosed={isClosed} />;
          }}
        </OneRoot>
      )}
    </Page>
  );
}

function Sheet({ room, sheet, isClosed }: { room: Room; sheet: ConsultationSheet; isClosed: boolean }) {
  const { translator } = room;
  const day = formatDate(translator.language, room.today);
  return (
    <div class="stack stack-loose">
      <div class="stack no-print">
        <Notice tone="w">
          <p>{t('consultations.print.leaves')}</p>
          {isClosed && <p>{t('consultations.print.closed')}</p>}
        </Notice>
        <div class="buttons">
          <Button onClick={() => print()}>{t('plans.sheet.print')}</Button>
        </div>
      </div>
      <Paper
        label={t('consultations.print.title')}
        {...(isClosed ? { kicker: t('consultations.print.closed') } : {})}
        title={sheet.name}
        facts={[day, ...sheet.facts.map(({ name, words }) => `${name}: ${words}`)]}
        foot={[sheet.name.slice(0, 80), day].join(' · ')}
      >
        {[headline(sheet.count), ofAll(sheet.count), unknownWords(sheet.count)]
          .filter(Boolean)
          .map((words) => (
            <p key={words}>{words}</p>
          ))}
        <Who room={room} who={sheet.who} />
        {sheet.proposals.length > 0 && (
          <section class="stack stack-tight">
            <h3>{t('consultations.proposals.title')}</h3>
            {sheet.proposals.map(({ id, words, fate, facts }) => (
              <div key={id}>
                <p class="value-long">{words}</p>
                <p class="muted small">
                  {[
                    fate || t('consultations.proposals.noAnswer'),
                    ...facts.map((fact) => `${fact.name}: ${fact.words}`),
                  ].join(' · ')}
                </p>
              </div>
            ))}
          </section>
        )}
      </Paper>
    </div>
  );
}

/** Each with what is known of it, and what is not. */
function Who({ room, who }: { room: Room; who: ConsultationSheet['who'] }) {
  const { translator } = room;
  if (who.length === 0) return null;
  return (
    <section class="stack stack-tight">
      <h3>{t('consultations.who')}</h3>
      {who.map(({ id, name, side, steps, facts }) => (
        <div key={id}>
          <p>
            <strong>{name || t('consultations.print.unnamed')}</strong>, {side}
          </p>
          <p class="small">
            {[
              ...CONSULTED_STEPS.map(
                (step, at) =>
                  `${fieldLabel(translator, 'consulted', step)}: ${steps[at] || t('consultations.print.notKnown')}`,
              ),
              ...facts.map((fact) => `${fact.name}: ${fact.words}`),
            ].join(' · ')}
          </p>
        </div>
      ))}
    </section>
  );
}
