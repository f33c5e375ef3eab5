import { CONSULTED_STEPS } from '@dayaq/domain';
import { formatDate, formatList } from '@dayaq/locale';
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
import { Asking } from '../shell/Asking.tsx';
import { useQuery } from '../vault/session.ts';
import { type ConsultationSheet, consultationSheet } from './consultation-sheet.ts';
import { headline, ofAll, STATE_WORDS, unknownWords } from './heard.ts';

/** Plans and commitments that are named. */
const MOST_ABOUT = 100;
const ABOUT: readonly string[] = ['about', 'commitments'];

/** A consultation for paper. */
export function ConsultationPrintPage({ id }: { id: Id }) {
  const room = useRoom();
  const asked = useQuery(
    (vault) => vault.linked({ id, limit: MOST_ABOUT }),
    [id],
    ['framework', 'commitment'],
  );
  const about = asked.data?.to.flatMap(({ field, end }) => (ABOUT.includes(field) ? [end] : []));
  return (
    <Page title={t('consultations.print.title')} back={`/consultations/${id}`} layout="wide">
      {room !== null && (
        <OneRoot id={id} kinds={['consultation', 'consulted', 'proposal']}>
          {(root, { records, restricted }) => {
            const live = records.filter(({ deleted }) => !deleted);
            const { translator, members, country } = room;
            const isClosed = restricted || textIn(root, 'type') === 'closed-meeting';
            if (about === undefined) return <Asking query={asked} />;
            const around = { translator, members, country, records: live };
            const sheet = consultationSheet(root, { records: live, about }, around, room.today);
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
          {sheet.aboutKeptBack && <p>{t('consultations.print.aboutKeptBack')}</p>}
        </Notice>
        <div class="buttons">
          <Button onClick={() => print()}>{t('plans.sheet.print')}</Button>
        </div>
      </div>
      <Paper
        label={t('consultations.print.title')}
        {...(isClosed ? { kicker: t('consultations.print.closed') } : {})}
        title={sheet.name}
        facts={[
          day,
          ...(sheet.about.length === 0
            ? []
            : [
                `${fieldLabel(translator, 'consultation', 'about')}: ${formatList(translator.language, sheet.about)}`,
              ]),
          ...sheet.facts.map(({ name, words }) => `${name}: ${words}`),
        ]}
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
            {sheet.proposals.map(({ id, words, fate, state, facts }) => (
              <div key={id}>
                <p class="value-long">{words}</p>
                <p class="muted small">
                  {[
                    state === 'answered' ? fate : STATE_WORDS[state](),
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
