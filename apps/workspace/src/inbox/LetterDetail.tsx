import { letterStands } from '@dayaq/acts/letter/letter';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { FileItem } from '../files/file-item.tsx';
import { useLinkNames } from '../links/link-names.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, useQuery } from '../vault/session.ts';
import { HeardFacts, HeardHead, ItsCases, wordsOf } from './heard.tsx';
import { LetterBar } from './LetterBar.tsx';
import { LetterJoin } from './LetterJoin.tsx';
import { LetterReply } from './LetterReply.tsx';
import { ComplaintDialog } from './ComplaintDialog.tsx';

/** Cases that came of one letter, as far as they are shown. */
const MOST = 20;

/** One correspondence with somebody whom we do not know: what they wrote, what we answered, what becomes of it. */
export function LetterDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OneRoot id={id} kinds={['letter', 'letter-more', 'letter-reply', 'file']}>
      {(root, whole) => <Shown room={room} letter={root} whole={whole} />}
    </OneRoot>
  );
}

function Shown({ room, letter, whole }: { room: Room; letter: RecordView; whole: DossierView }) {
  const { vault, role } = room;
  const [problem, setProblem] = useState<string | null>(null);
  const [joins, setJoins] = useState(false);
  const [takesUp, setTakesUp] = useState(false);
  const [bars, setBars] = useState(false);
  const { data: linked } = useQuery(
    (asked) => asked.linked({ id: letter.id, limit: MOST }),
    [letter.id],
    ['case', 'letter', 'complaint'],
  );
  const told = (linked?.from ?? []).filter(({ field, end }) => field === 'letters' && end.kind === 'case');
  const cases = (linked?.from ?? []).filter(({ field, end }) => field === 'lead' && end.kind === 'case');
  const taken = (linked?.from ?? []).find(({ field, end }) => field === 'letter' && end.kind === 'complaint');
  const values = valuesOf(letter);
  const about = textIn(letter, 'subjectIs');
  const names = useLinkNames(about === '' ? [] : [about], room);
  const said = wordsOf(letter, room);
  const words = (field: string): string => (field === 'subject' && names.nameOf(about)) || said(field);
  const state = textIn(letter, 'state');
  const files = whole.records.filter(({ kind, deleted }) => kind === 'file' && !deleted);
  const exchange = whole.records
    .filter(({ kind, deleted }) => (kind === 'letter-more' || kind === 'letter-reply') && !deleted)
    .sort((a, b) => a.created.at - b.created.at);
  const mark = async (to: 'open' | 'answered'): Promise<void> => {
    const kept = await vault.save({ dossier: letter.id, changes: letterStands(letter.id, to) });
    setProblem(kept.ok ? null : say(kept.failure));
  };
  return (
    <article class="referrals stack" aria-labelledby="letter-title">
      <HeardHead
        id="letter-title"
        title={t('letters.one.title')}
        state={words('state')}
        tone={values['danger'] === 'high' && state === 'open' ? 'd' : null}
      />
      <p class="muted small">{t('letters.one.unknown')}</p>
      <blockquote class="held-words value-long">{words('words')}</blockquote>
      <HeardFacts
        room={room}
        kind="letter"
        fields={[
          ...groupOf('letter', 'asked'),
          'sort',
          'subject',
          'received',
          ...(state === 'open' ? ['answerBy'] : []),
        ]}
        words={words}
      >
        <div>
          <dt>{t('letters.one.readers')}</dt>
          <dd>{whole.readers.map((account) => memberName(room, account)).join(', ')}</dd>
        </div>
      </HeardFacts>
      {files.length > 0 && (
        <section class="stack stack-tight" aria-label={t('letters.one.files')}>
          {files.map((record) => (
            <FileItem key={record.id} dossier={letter.id} record={record} />
          ))}
        </section>
      )}
      {exchange.map((record) => (
        <Exchanged key={record.id} record={record} />
      ))}
      <ItsCases room={room} cases={cases.map(({ end }) => end)} text="letters.one.theCase" />
      {taken !== undefined && (
        <p>
          <a href={`/inbox/${taken.end.dossier}`}>{t('letters.feedback.taken')}</a>
        </p>
      )}
      <ItsCases room={room} cases={told.map(({ end }) => end)} text="letters.join.tellsOf" />
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {role !== 'viewer' && (
        <>
          <LetterReply room={room} letter={letter.id} wrote={textIn(letter, 'language')} />
          <div class="buttons">
            {state !== 'became-case' && (
              <Button kind="plain" href={`/cases/new?lead=${letter.id}`}>
                {t('letters.one.makeCase')}
              </Button>
            )}
            {taken === undefined && (
              <Button kind="plain" onClick={() => setTakesUp(true)}>
                {t('letters.feedback.take')}
              </Button>
            )}
            <Button kind="quiet" onClick={() => setJoins(true)}>
              {t('letters.join.join')}
            </Button>
            <Button kind="quiet" onClick={() => setBars(true)}>
              {t('letters.bar.act')}
            </Button>
            {state === 'open' && (
              <Button kind="quiet" onClick={() => void mark('answered')}>
                {t('letters.one.answered')}
              </Button>
            )}
            {state === 'answered' && (
              <Button kind="quiet" onClick={() => void mark('open')}>
                {t('letters.one.reopen')}
              </Button>
            )}
          </div>
        </>
      )}
      {takesUp && (
        <ComplaintDialog
          room={room}
          complaint={null}
          letter={{ id: letter.id, values, readers: whole.readers }}
          does="tell"
          onClose={() => setTakesUp(false)}
        />
      )}
      {bars && (
        <LetterBar room={room} letter={letter} readers={whole.readers} onClose={() => setBars(false)} />
      )}
      {joins && (
        <LetterJoin
          room={room}
          letter={letter.id}
          cases={told.map(({ end }) => end)}
          onClose={() => setJoins(false)}
        />
      )}
    </article>
  );
}

/** Something that was written after the first letter, by them or by us. */
function Exchanged({ record }: { record: RecordView }) {
  const isOurs = record.kind === 'letter-reply';
  const fate =
    record.fields['sent']?.value != null
      ? 'letters.one.sent'
      : record.fields['undeliverable']?.value === true
        ? 'letters.one.undeliverable'
        : 'letters.one.notSent';
  return (
    <section class="stack stack-tight">
      <h3>{t(isOurs ? 'letters.one.reply' : 'letters.one.more')}</h3>
      <blockquote class="held-words value-long">{textIn(record, 'words')}</blockquote>
      {isOurs && <p class="muted small">{t(fate)}</p>}
    </section>
  );
}
