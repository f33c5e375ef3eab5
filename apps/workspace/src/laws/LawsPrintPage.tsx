import { formatDate } from '@dayaq/locale';
import { allRecords } from '../cases/matters/all-records.ts';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { fieldLabel } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Page } from '../look/Page.tsx';
import { Paper } from '../look/Paper.tsx';
import { Asking } from '../shell/Asking.tsx';
import { useQuery } from '../vault/session.ts';
import '../plans/plans.css';
import { type LawsSheet, lawsSheet } from './laws-sheet.ts';

const KINDS = ['law', 'law-step', 'penalty'];

/** Where each law stands and what it punishes, for paper. */
export function LawsPrintPage() {
  const room = useRoom();
  const asked = useQuery((vault) => allRecords(vault, KINDS), [], KINDS);
  return (
    <Page title={t('laws.print.title')} back="/laws" layout="wide">
      {room === null || asked.data === undefined ? (
        <Asking query={asked} />
      ) : (
        <Sheet
          room={room}
          sheet={lawsSheet(
            asked.data.records,
            {
              translator: room.translator,
              members: room.members,
              country: room.country,
              records: [],
            },
            room.today,
          )}
          isCut={asked.data.more}
        />
      )}
    </Page>
  );
}

function Sheet({ room, sheet, isCut }: { room: Room; sheet: LawsSheet; isCut: boolean }) {
  const { translator, today } = room;
  const day = formatDate(translator.language, today);
  const wanted = `${fieldLabel(translator, 'law', 'wanted')}; ${t('laws.penalties.title')}`;
  return (
    <div class="stack stack-loose">
      <div class="stack no-print">
        <Notice tone="w">
          <p>{t('laws.print.leaves')}</p>
          {sheet.keptBack > 0 && <p>{t('laws.print.keptBack', { count: sheet.keptBack })}</p>}
        </Notice>
        <div class="buttons">
          <Button onClick={() => print()}>{t('plans.sheet.print')}</Button>
        </div>
      </div>
      <Paper
        label={t('laws.print.title')}
        title={t('laws.title')}
        facts={[day, isCut ? t('laws.print.cut') : '']}
        foot={[t('laws.title'), day].join(' · ')}
      >
        <div class="table-scroll" tabIndex={0} role="region" aria-label={t('laws.print.title')}>
          <table class="table-of-words plan-table">
            <thead>
              <tr>
                <th scope="col">{fieldLabel(translator, 'law', 'name')}</th>
                <th scope="col">{wanted}</th>
                <th scope="col">{t('laws.scale.title')}</th>
                <th scope="col">{t('laws.steps.title')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    {line.name}
                    <p class="muted small">{line.type}</p>
                  </th>
                  <td data-column={wanted}>
                    {line.wanted}
                    {line.penalties.map(({ id, article, wanted, words }) => (
                      <p key={id}>
                        <strong>{article}</strong>: {wanted}
                        {words.map((each) => (
                          <span key={each}>. {each}</span>
                        ))}
                      </p>
                    ))}
                  </td>
                  <td data-column={t('laws.scale.title')}>
                    {line.stands}
                    {line.silence !== '' && <p>{line.silence}</p>}
                  </td>
                  <td data-column={t('laws.steps.title')}>
                    {line.steps.map((step) => (
                      <p key={step.id}>
                        <strong>{step.stage}</strong>, {step.day} ({step.who})
                        {[step.words, step.source].filter(Boolean).map((words) => (
                          <span key={words}>. {words}</span>
                        ))}
                      </p>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Paper>
    </div>
  );
}
