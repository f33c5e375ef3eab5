import { agreedBy, dueVolunteers } from '@dayaq/acts/volunteer/volunteer';
import { formatDate } from '@dayaq/locale';
import type { SpaceSummary } from '@dayaq/vault/client';
import { language, t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { todayByServer } from '../../vault/now-by-server.ts';
import { account } from '../../vault/session.ts';
import { useVolunteers } from './use-volunteers.ts';

/** Whose term ends, for whoever stands by them and for keyholders; and for a volunteer, that they are welcome and what they are asked. */
export function VolunteersToday({ space }: { space: SpaceSummary }) {
  const helping = useVolunteers(space.id);
  const me = account.value ?? '';
  if (helping === undefined) return null;
  const { volunteers, agreements, records, members } = helping;
  const today = todayByServer();
  const due = dueVolunteers(volunteers, today).filter(
    (each) => each.account !== me && (space.me.keyholder || each.mentor === me),
  );
  const mine = volunteers.find((each) => each.account === me && each.left === '');
  const [now] = agreements;
  const isAsked =
    mine !== undefined && now !== undefined && agreedBy(records, now.record, me, members) === null;
  const mentor = members.find((each) => each.account === mine?.mentor)?.name || t('people.unnamed');
  return (
    <>
      {mine !== undefined && isAsked && (
        <Notice>
          <p>
            {t(space.me.role === 'viewer' ? 'volunteers.today.paper' : 'volunteers.today.agree', {
              name: mentor,
            })}
          </p>
          <p>
            <a href={`/people/volunteers/${mine.record.id}`}>{t('volunteers.today.agreeLink')}</a>
          </p>
        </Notice>
      )}
      {mine !== undefined && mine.thanks !== '' && (
        <Notice>
          <p class="strong">{t('volunteers.today.thanks')}</p>
          <p class="value-long">{mine.thanks}</p>
        </Notice>
      )}
      {due.length > 0 && (
        <section class="stack stack-tight" aria-labelledby="due-volunteers">
          <h2 id="due-volunteers">{t('volunteers.today.title')}</h2>
          <ul>
            {due.map(({ record, called, until }) => (
              <li key={record.id}>
                <a href={`/people/volunteers/${record.id}`}>
                  {t(until < today ? 'volunteers.today.ended' : 'volunteers.today.ends', {
                    name: called,
                    date: formatDate(language.value, until, 'long'),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
