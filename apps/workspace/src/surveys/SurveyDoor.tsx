import { soundsOf, type Survey, writeSurvey } from '@dayaq/domain/survey';
import type { Id, Outcome } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { say, status, useQuery } from '../vault/session.ts';
import { fileOf } from './build/sounds.ts';
import { Interviews } from './interview/Interviews.tsx';
import { standingOf, withoutSurvey, withSurvey } from './door-surveys.ts';

interface Props {
  room: Room;
  id: Id;
  survey: Survey;
  /** Hash of what was published last; empty where nothing was. */
  published: string;
  /** Whose kind and words it is. */
  of?: 'surveys' | 'calls';
  /** Of a call: the hashes under which it was published before, a blank between each. */
  formerly?: string;
  /** What stands against asking it at a door with these readers; null where nothing does. */
  lacks?: (readers: readonly Id[]) => string | null;
}

const KINDS = { surveys: 'survey', calls: 'call' } as const;

/** Whether a survey or call is asked, and the two signatures that it takes. */
export function SurveyDoor({
  room,
  id,
  survey,
  published,
  of = 'surveys',
  formerly,
  lacks = () => null,
}: Props) {
  const { vault, me, members } = room;
  const { data: door, again } = useQuery((asked) => asked.door(), [status.value], []);
  const asked = useQuery(async (v) => (published === '' ? null : v.publishedSurvey(published)), [published]);
  const written = writeSurvey(survey);
  const isChanged = asked.data?.ok === true && asked.data.value !== written;
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  if (door === undefined) return <p class="muted">{t('surveys.loading')}</p>;
  const open = door?.open ?? null;
  const isKeyholder = members.find(({ account }) => account === me)?.keyholder === true;
  if (open === null || open.notice === null) return <p class="muted">{t(`${of}.door.none`)}</p>;
  const { notice, readers } = open;
  const standing = standingOf(door, published);
  const canPublish = standing === 'not' || isChanged;

  const acting = async (work: () => Promise<string | null>): Promise<void> => {
    busy.value = true;
    const wrong = await work();
    busy.value = false;
    problem.value = wrong ?? undefined;
    if (wrong === null) announce(t(`${of}.door.signed`));
    again();
  };
  const failure = (outcome: Outcome<unknown>): string | null => (outcome.ok ? null : say(outcome.failure));
  const lack = lacks(readers.map(({ account }) => account));
  const publish = async (): Promise<string | null> => {
    if (lack !== null) return lack;
    for (const sound of soundsOf(survey)) {
      const file = await fileOf({ vault, dossier: id }, sound);
      if (file === null) return t('sounds.notHere');
      const heard = await vault.publishSound(file);
      if (!heard.ok) return say(heard.failure);
      if (heard.value !== sound) return t('sounds.notHere');
    }
    const put = await vault.publishSurvey(written);
    if (!put.ok) return say(put.failure);
    // What was asked until now makes room for it.
    const before = published === '' ? notice : withoutSurvey(notice, published);
    const proposed = withSurvey(before, survey, put.value);
    if (proposed === null) return t(`${of}.door.full`);
    const former = [...new Set([...(formerly ?? '').split(' '), published])].filter((hash) => hash !== '');
    const fields = {
      published: { set: put.value },
      ...(formerly === undefined ? {} : { formerly: { set: former.join(' ') } }),
    };
    const changes = [{ kind: KINDS[of], record: id, fields }];
    return (
      failure(await vault.save({ dossier: id, changes })) ??
      failure(await vault.proposeDoor({ notice: proposed, readers }))
    );
  };
  const end = async (): Promise<string | null> =>
    failure(await vault.proposeDoor({ notice: withoutSurvey(notice, published), readers }));

  return (
    <section class="stack stack-tight">
      {standing === 'asked' && <p>{t(`${of}.door.asked`)}</p>}
      {standing === 'asked' && isChanged && <p>{t(`${of}.door.changed`)}</p>}
      {standing === 'waits' && (
        <p>
          <a href="/people">{t(`${of}.door.waits`)}</a>
        </p>
      )}
      {standing === 'asked' && of === 'surveys' && (
        <Interviews room={room} id={id} hash={published} asked={asked.data} phone={notice.phone} />
      )}
      {isKeyholder && (
        <>
          {canPublish && lack !== null && <p>{lack}</p>}
          {canPublish && <p class="muted">{t(`${of}.door.publishHint`)}</p>}
          <div class="buttons">
            {canPublish && (
              <Button busy={busy.value} onClick={() => void acting(publish)}>
                {t(`${of}.door.publish`)}
              </Button>
            )}
            {standing === 'asked' && (
              <Button kind="quiet" busy={busy.value} onClick={() => void acting(end)}>
                {t(`${of}.door.end`)}
              </Button>
            )}
          </div>
        </>
      )}
      <FieldError text={problem.value} />
    </section>
  );
}
