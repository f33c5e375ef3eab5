import type { Id, SharedRow } from '@dayaq/vault/client';
import type { Room } from '../cases/room.ts';
import { useRoom } from '../cases/use-room.ts';
import { t } from '../locale/index.ts';
import { Page } from '../look/Page.tsx';
import { HandoverDetail } from '../referrals/HandoverDetail.tsx';
import { useSharesQuery } from '../referrals/use-shares.ts';
import { Asking } from '../shell/Asking.tsx';
import { useScope } from '../spaces/scope.ts';
import { currentSpaceId, useQuery } from '../vault/session.ts';
import { ComplaintDetail } from './ComplaintDetail.tsx';
import { HandedDetail } from './HandedDetail.tsx';
import { InboxList } from './InboxList.tsx';
import { LeadDetail } from './LeadDetail.tsx';
import { LetterDetail } from './LetterDetail.tsx';
import { COMPLAINTS, LEADS, LETTERS, type OpenAndEnded, useOpenAndEnded } from './use-open-and-ended.ts';
import { type HandedWords, useHanded } from './use-handed.ts';
import './inbox.css';

/** What came from others, across cases: what waits for an answer comes first. What we sent stands beside it. */
export function InboxPage({ id: wanted }: { id?: Id }) {
  const id = wanted || null;
  const scope = useScope();
  const given = useSharesQuery(scope.at);
  const words = useHanded(scope.spaces);
  const shares = given.data;
  const handed = words.data;
  const heard = useOpenAndEnded(LEADS, scope.at);
  const leads = heard.data;
  const complained = useOpenAndEnded(COMPLAINTS, scope.at);
  const complaints = complained.data;
  const wrote = useOpenAndEnded(LETTERS, scope.at);
  const letters = wrote.data;
  const waitsFor = [given, words, heard, complained, wrote].find(({ data }) => data === undefined);
  return (
    <Page title={t('shell.inbox')} layout="panes" back={id === null ? undefined : '/inbox'}>
      <section
        class={id === null ? 'pane pane-list' : 'pane pane-list pane-away'}
        aria-label={t('referrals.inbox.label')}
      >
        {shares === undefined ||
        handed === undefined ||
        leads === undefined ||
        complaints === undefined ||
        letters === undefined ? (
          <div class="inbox-part">{waitsFor !== undefined && <Asking query={waitsFor} />}</div>
        ) : (
          <InboxList
            shares={shares}
            handed={handed}
            leads={leads}
            letters={letters}
            complaints={complaints}
            scope={scope}
            open={id}
          />
        )}
      </section>
      <section class={id === null ? 'pane pane-detail pane-away' : 'pane pane-detail'}>
        {id === null ? (
          <p class="muted">{t('referrals.inbox.choose')}</p>
        ) : (
          <Detail
            key={id}
            id={id}
            shares={shares}
            handed={handed}
            leads={leads}
            letters={letters}
            complaints={complaints}
          />
        )}
      </section>
    </Page>
  );
}

interface DetailProps {
  id: Id;
  shares: SharedRow[] | undefined;
  handed: HandedWords[] | undefined;
  leads: OpenAndEnded | undefined;
  letters: OpenAndEnded | undefined;
  complaints: OpenAndEnded | undefined;
}

function Detail({ id, shares, handed, leads, letters, complaints }: DetailProps) {
  const room = useRoom();
  const share = shares?.find((row) => row.dossier === id);
  const words = handed?.find(({ record }) => record.dossier === id);
  if (words !== undefined) return <HandedDetail words={words} />;
  if (
    shares === undefined ||
    handed === undefined ||
    leads === undefined ||
    letters === undefined ||
    complaints === undefined ||
    room === null
  )
    return <p class="muted">{t('cases.list.loading')}</p>;
  const lead = [...leads.open, ...leads.ended].find((row) => row.id === id);
  if (lead !== undefined && lead.space === currentSpaceId()) return <LeadDetail room={room} id={id} />;
  const letter = [...letters.open, ...letters.ended].find((row) => row.id === id);
  if (letter !== undefined && letter.space === currentSpaceId()) return <LetterDetail room={room} id={id} />;
  const complaint = [...complaints.open, ...complaints.ended].find((row) => row.id === id);
  if (complaint !== undefined && complaint.space === currentSpaceId())
    return <ComplaintDetail room={room} id={id} />;
  if (share === undefined && lead === undefined && letter === undefined && complaint === undefined)
    return <ByKind room={room} id={id} />;
  // Opened from among all, it is shown in its own organisation.
  if (share === undefined || share.space !== currentSpaceId())
    return <p class="muted">{t('cases.list.loading')}</p>;
  return <HandoverDetail room={room} share={share} />;
}

/** What stands in no list that is shown, because so many came: whoever has its address opens it all the same. */
function ByKind({ room, id }: { room: Room; id: Id }) {
  const { data } = useQuery((vault) => vault.dossier(id), [id], ['lead', 'letter', 'complaint']);
  if (data === undefined) return <p class="muted">{t('cases.list.loading')}</p>;
  const kind = data.ok && data.value.space === currentSpaceId() ? data.value.kind : '';
  if (kind === 'letter') return <LetterDetail room={room} id={id} />;
  if (kind === 'lead') return <LeadDetail room={room} id={id} />;
  if (kind === 'complaint') return <ComplaintDetail room={room} id={id} />;
  return <p role="alert">{t('referrals.inbox.gone')}</p>;
}
