import { hasBegun } from '@dayaq/acts/counselling';
import { textIn } from '@dayaq/acts/record-values';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { DistantRecordDialog } from '../../dossier/DistantRecordDialog.tsx';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { useQuery } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { dateIn } from '../detail/when.ts';
import { memberName } from '../room.ts';
import { CounsellingReaders } from './CounsellingReaders.tsx';

/** Dossiers of notes of one case that one person can open: each counsellor has one. */
const MOST = 20;
const MOST_LINKS = 500;

/** What a client says in counselling. Whoever is not named in it sees neither a note nor that there is one. */
export function Counselling() {
  const { dossier, mayWrite, onPaper, me } = useOpenCase();
  const [begins, setBegins] = useState(false);
  const { data } = useQuery(
    async (vault) => {
      const { from } = await vault.linked({ id: dossier.id, limit: MOST_LINKS });
      // Whoever joined a case into this one may not have been able to open its notes, and they lead there still.
      const joined = from.filter(({ field, end }) => field === 'joinedInto' && end.kind === 'case');
      const before = await Promise.all(
        joined.slice(0, MOST).map(({ end }) => vault.linked({ id: end.dossier, limit: MOST_LINKS })),
      );
      const ids = [...from, ...before.flatMap((page) => page.from)]
        .filter(({ field, end }) => field === 'of' && end.kind === 'counselling')
        .slice(0, MOST);
      const opened = await Promise.all(ids.map(({ end }) => vault.dossier(end.dossier)));
      return opened.flatMap((each) => (each.ok ? [each.value] : []));
    },
    [dossier.id],
    ['counselling', 'note'],
  );
  const mine = data ?? [];
  if (onPaper || (mine.length === 0 && !mayWrite)) return null;
  return (
    <section class="case-section no-print" aria-labelledby="plan-counselling">
      <h3 id="plan-counselling">{t('plan.counselling.title')}</h3>
      <p class="muted small">{t('plan.counselling.lead')}</p>
      {mine.map((notes) => (
        <Notes key={notes.id} notes={notes} />
      ))}
      {mayWrite && !hasBegun(mine, me) && (
        <div>
          <Button kind="plain" small onClick={() => setBegins(true)}>
            {t('plan.counselling.begin')}
          </Button>
        </div>
      )}
      {begins && <CounsellingReaders notes={null} onClose={() => setBegins(false)} />}
    </section>
  );
}

type Writing = { kind: 'note'; record: Id | null } | { kind: 'counselling'; record: Id };

function Notes({ notes }: { notes: DossierView }) {
  const open = useOpenCase();
  const { mayWrite, around, translator, today } = open;
  const [writing, setWriting] = useState<Writing | null>(null);
  const [naming, setNaming] = useState(false);
  const root = notes.records.find(({ id }) => id === notes.id);
  const told = notes.records.filter(({ kind, deleted }) => kind === 'note' && !deleted).sort(lastFirst);
  const agreed = root === undefined ? '' : textIn(root, 'agreed');
  return (
    <div class="stack stack-tight">
      <p class="small">
        {t('plan.counselling.readers', {
          names: notes.readers.map((account) => memberName(open, account)).join(', '),
        })}
      </p>
      {agreed !== '' && <p class="small value-long">{agreed}</p>}
      <ul class="side-rows">
        {told.map((note) => {
          const date = dateIn(note.fields.date?.value);
          return (
            <li key={note.id} class="side-row">
              <p class="muted small">
                {[date === null ? '' : sayDate(translator, date), memberName(open, note.created.by)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p class="value-long">{textIn(note, 'text')}</p>
              {mayWrite && (
                <Button
                  kind="quiet"
                  class="case-invite"
                  small
                  onClick={() => setWriting({ kind: 'note', record: note.id })}
                >
                  {t('cases.edit.edit')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => setWriting({ kind: 'note', record: null })}>
            {t('plan.counselling.add')}
          </Button>
          <Button kind="quiet" small onClick={() => setNaming(true)}>
            {t('plan.counselling.name')}
          </Button>
          <Button kind="quiet" small onClick={() => setWriting({ kind: 'counselling', record: notes.id })}>
            {t('plan.counselling.agreed')}
          </Button>
        </div>
      )}
      {writing !== null && (
        <DistantRecordDialog
          dossier={notes.id}
          record={writing.record}
          around={{ ...around, records: notes.records }}
          request={
            writing.kind === 'note'
              ? {
                  title: t('plan.counselling.add'),
                  kind: 'note',
                  only: ['text', 'date'],
                  preset: { date: { day: today } },
                }
              : { title: t('plan.counselling.agreed'), kind: 'counselling', only: ['agreed'] }
          }
          onClose={() => setWriting(null)}
        />
      )}
      {naming && <CounsellingReaders notes={notes} onClose={() => setNaming(false)} />}
    </div>
  );
}

const lastFirst = (a: RecordView, b: RecordView): number =>
  b.created.at - a.created.at || (a.id < b.id ? -1 : 1);
