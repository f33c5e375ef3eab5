import { type Survey, writeSurvey } from '@dayaq/domain/survey';
import type { Id, Outcome } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { say, status, useQuery } from '../vault/session.ts';
import { standingOf, withoutSurvey, withSurvey } from './door-surveys.ts';

interface Props {
  room: Room;
  id: Id;
  survey: Survey;
  /** Hash of what was published last; empty where nothing was. */
  published: string;
}

/** Whether a survey is asked, and the two signatures that it takes. */
export function SurveyDoor({ room: { vault, me, members }, id, survey, published }: Props) {
  const { data: door, again } = useQuery((asked) => asked.door(), [status.value], []);
  const asked = useQuery(async (v) => (published === '' ? null : v.publishedSurvey(published)), [published]);
  const written = writeSurvey(survey);
  const isChanged = asked.data?.ok === true && asked.data.value !== written;
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  if (door === undefined) return <p class="muted">{t('surveys.loading')}</p>;
  const open = door?.open ?? null;
  const isKeyholder = members.find(({ account }) => account === me)?.keyholder === true;
  if (open === null || open.notice === null) return <p class="muted">{t('surveys.door.none')}</p>;
  const { notice, readers } = open;
  const standing = standingOf(door, published);
  const canPublish = standing === 'not' || isChanged;

  const acting = async (work: () => Promise<string | null>): Promise<void> => {
    busy.value = true;
    const wrong = await work();
    busy.value = false;
    problem.value = wrong ?? undefined;
    if (wrong === null) announce(t('surveys.door.signed'));
    again();
  };
  const failure = (outcome: Outcome<unknown>): string | null => (outcome.ok ? null : say(outcome.failure));
  const publish = async (): Promise<string | null> => {
    const put = await vault.publishSurvey(written);
    if (!put.ok) return say(put.failure);
    // What was asked until now makes room for it.
    const before = published === '' ? notice : withoutSurvey(notice, published);
    const proposed = withSurvey(before, survey, put.value);
    if (proposed === null) return t('surveys.door.full');
    const changes = [{ kind: 'survey', record: id, fields: { published: { set: put.value } } }];
    return (
      failure(await vault.save({ dossier: id, changes })) ??
      failure(await vault.proposeDoor({ notice: proposed, readers }))
    );
  };
  const end = async (): Promise<string | null> =>
    failure(await vault.proposeDoor({ notice: withoutSurvey(notice, published), readers }));

  return (
    <section class="stack stack-tight">
      {standing === 'asked' && <p>{t('surveys.door.asked')}</p>}
      {standing === 'asked' && isChanged && <p>{t('surveys.door.changed')}</p>}
      {standing === 'waits' && (
        <p>
          <a href="/people">{t('surveys.door.waits')}</a>
        </p>
      )}
      {isKeyholder && (
        <>
          {canPublish && <p class="muted">{t('surveys.door.publishHint')}</p>}
          <div class="buttons">
            {canPublish && (
              <Button busy={busy.value} onClick={() => void acting(publish)}>
                {t('surveys.door.publish')}
              </Button>
            )}
            {standing === 'asked' && (
              <Button kind="quiet" busy={busy.value} onClick={() => void acting(end)}>
                {t('surveys.door.end')}
              </Button>
            )}
          </div>
        </>
      )}
      <FieldError text={problem.value} />
    </section>
  );
}
