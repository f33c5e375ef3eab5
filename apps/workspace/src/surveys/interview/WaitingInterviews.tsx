import { t } from '../../locale/index.ts';
import { status, useQuery } from '../../vault/session.ts';

/** Answers that wait on this device, each with why and what there is to do. */
export function WaitingInterviews() {
  const waiting = useQuery((vault) => vault.interviewsWaiting(), [status.value]).data ?? [];
  return (
    <div class="stack stack-tight" role="status">
      {waiting.map(({ why, count }) => (
        <p key={why}>
          <span class="strong">{t('interviews.waiting', { count })}</span> {t(`interviews.why.${why}`)}
        </p>
      ))}
    </div>
  );
}
