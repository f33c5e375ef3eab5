import { formatDate } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import { memberName } from '../../cases/room.ts';
import { language, t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { ComingIn } from './ComingIn.tsx';
import { Goodbye } from './Goodbye.tsx';
import { HasAgreed } from './HasAgreed.tsx';
import type { OfOne } from './use-volunteers.ts';
import { VolunteerDialog } from './VolunteerDialog.tsx';
import { WhatTheyOpen } from './WhatTheyOpen.tsx';

/** One volunteer, from welcome to goodbye. */
export function VolunteerDetail(props: OfOne) {
  const { room, helping, volunteer, isKeyholder } = props;
  const [does, setDoes] = useState<'change' | 'thank' | null>(null);
  const { record, doing, mentor, until, left, account, thanks } = volunteer;
  const date = (day: string): string => formatDate(language.value, day, 'long');
  const member = helping.members.find((each) => each.account === account);
  return (
    <div class="stack stack-loose">
      <section class="stack stack-tight" aria-labelledby="volunteer-welcome">
        <h2 id="volunteer-welcome">{t('volunteers.doing')}</h2>
        <p class="value-long">{doing}</p>
        <p>{t('volunteers.mentor', { name: memberName(room, mentor) })}</p>
        <p class="muted">
          {left !== ''
            ? t('volunteers.left', { date: date(left) })
            : t(until < room.today ? 'volunteers.over' : 'volunteers.until', { date: date(until) })}
        </p>
        {thanks !== '' && <blockquote class="held-words value-long">{thanks}</blockquote>}
        {isKeyholder && left === '' && (
          <div>
            <Button kind="plain" onClick={() => setDoes('change')}>
              {t('volunteers.change')}
            </Button>
          </div>
        )}
      </section>
      {left === '' && <ComingIn {...props} member={member} />}
      <HasAgreed {...props} />
      {left === '' && member !== undefined && <WhatTheyOpen room={room} member={member} />}
      {isKeyholder && left === '' && account !== room.me && (
        <Goodbye {...props} onThank={() => setDoes('thank')} />
      )}
      {does !== null && (
        <VolunteerDialog
          room={room}
          helping={helping}
          record={record}
          {...(does === 'thank' ? { only: ['thanks'] } : {})}
          onClose={() => setDoes(null)}
        />
      )}
    </div>
  );
}
