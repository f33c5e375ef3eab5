import type { DoorNotice } from '@dayaq/domain';
import { createTranslator, isLanguage, type Language, LANGUAGE_NAMES, loadVisitorWords } from '@dayaq/locale';
import { useSignal } from '@preact/signals';
import type { DoorView, Id, MemberView, Outcome } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { FieldError } from '../../look/FieldFrame.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say, status, useQuery, useVault } from '../../vault/session.ts';
import { ShareLink } from '../ShareLink.tsx';
import { saveAs } from '../../surveys/save-form.ts';
import { PublishedSurvey } from '../../surveys/PublishedSurvey.tsx';
import { DoorDialog } from './DoorDialog.tsx';
import { poster } from './poster.ts';

interface Props {
  members: readonly MemberView[];
  me: Id;
  nameOf: (account: Id) => string;
}

const mayOpen = ({ keyholder, role }: MemberView): boolean => keyholder || role === 'coordinator';

/** The public page: shut, signed by one, or open by two; what it says and who opens what comes through it. */
export function DoorPart({ members, me, nameOf }: Props) {
  const vault = useVault();
  const { data: door, again } = useQuery((asked) => asked.door(), [status.value], []);
  const writing = useSignal(false);
  const showing = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const own = members.find(({ account }) => account === me);
  if (door === undefined || door === null || own === undefined) return null;
  const act = async (work: () => Promise<Outcome<null>>, said: string): Promise<void> => {
    busy.value = true;
    const outcome = await work();
    busy.value = false;
    problem.value = outcome.ok ? undefined : say(outcome.failure);
    if (outcome.ok) announce(said);
    again();
  };
  const { open, proposed } = door;
  const isAlone = members.filter(mayOpen).length < 2;
  return (
    <section class="stack stack-tight" aria-labelledby="door">
      <h2 id="door">{t('letters.door.title')}</h2>
      <p class="muted">{open === null ? t('letters.door.hint') : t('letters.door.isOpen')}</p>
      {open !== null && <Said door={open} nameOf={nameOf} />}
      {proposed !== null && (
        <Notice role="status">
          <p class="strong">{t('letters.door.waits', { name: nameOf(proposed.by) })}</p>
          <Said door={proposed} nameOf={nameOf} />
          {proposed.by !== me && mayOpen(own) && (
            <div class="buttons">
              <Button
                busy={busy.value}
                onClick={() => void act(() => vault.openDoor(proposed.seq), t('letters.door.signed'))}
              >
                {t('letters.door.sign')}
              </Button>
            </div>
          )}
        </Notice>
      )}
      {own.keyholder && isAlone && open === null && <p class="muted">{t('letters.door.alone')}</p>}
      <div class="buttons">
        {open !== null && (
          <Button kind="plain" onClick={() => (showing.value = true)}>
            {t('letters.door.show')}
          </Button>
        )}
        {own.keyholder && !isAlone && (
          <Button kind="plain" onClick={() => (writing.value = true)}>
            {open === null ? t('letters.door.make') : t('letters.door.change')}
          </Button>
        )}
        {own.keyholder && (open !== null || proposed !== null) && (
          <Button
            kind="quiet"
            busy={busy.value}
            onClick={() => void act(() => vault.closeDoor(), t('letters.door.shutNow'))}
          >
            {t('letters.door.shut')}
          </Button>
        )}
      </div>
      <FieldError text={problem.value} />
      <Dialog open={showing.value} title={t('letters.door.link')} onClose={() => (showing.value = false)}>
        <p>{t('letters.door.linkHint')}</p>
        {showing.value && <ShareLink link={door.address} label={t('letters.door.link')} />}
        {open !== null && open.notice !== null && <Posters notice={open.notice} address={door.address} />}
      </Dialog>
      {writing.value && (
        <DoorDialog
          members={members}
          before={proposed ?? open}
          onClose={() => (writing.value = false)}
          onSigned={() => {
            writing.value = false;
            announce(t('letters.door.proposed'));
            again();
          }}
        />
      )}
    </section>
  );
}

/**
 * Exactly what is signed, and read by everybody; with each reader who it is. What visitors read of one is what the proposer chose:
 * whoever signs second must see whether the name is theirs.
 */
function Said({ door: { notice, readers }, nameOf }: { door: DoorView } & Pick<Props, 'nameOf'>) {
  return (
    <dl class="story-facts">
      {notice !== null && (
        <>
          <div>
            <dt>{t('letters.door.name')}</dt>
            <dd>{notice.name}</dd>
          </div>
          <div>
            <dt>{t('letters.door.phone')}</dt>
            <dd>{[notice.phone, notice.dangerPhone].filter((each) => each !== '').join(' · ')}</dd>
          </div>
          {notice.languages.map((language) => (
            <div key={language} lang={language}>
              <dt>{isLanguage(language) ? LANGUAGE_NAMES[language] : language}</dt>
              <dd>{[notice.about[language], notice.hours[language]].join(' · ')}</dd>
            </div>
          ))}
        </>
      )}
      {notice?.worksInFlood === true && (
        <div>
          <dt>{t('letters.door.floodTerm')}</dt>
          <dd>{t('letters.door.flood')}</dd>
        </div>
      )}
      {(notice?.surveys ?? []).length > 0 && (
        <div>
          <dt>{t('surveys.door.surveys')}</dt>
          {notice?.surveys?.map(({ hash }) => (
            <dd key={hash}>
              <PublishedSurvey hash={hash} />
            </dd>
          ))}
        </div>
      )}
      {(notice?.subjects ?? []).length > 0 && (
        <div>
          <dt>{t('letters.feedback.subjects', { count: notice?.subjects?.length ?? 0 })}</dt>
          {notice?.subjects?.map(({ record, title }) => (
            <dd key={record}>{Object.values(title).find((each) => each !== '')}</dd>
          ))}
        </div>
      )}
      <div>
        <dt>{t('letters.door.readers')}</dt>
        {readers.map(({ account, name }) => (
          <dd key={account}>{t('letters.door.readerIs', { member: nameOf(account), name })}</dd>
        ))}
      </div>
    </dl>
  );
}

/** A sheet for a wall in each language of the page, to be printed from any browser. */
function Posters({ notice, address }: { notice: DoorNotice; address: string }) {
  const save = async (language: Language): Promise<void> => {
    const words = createTranslator(language, await loadVisitorWords(language));
    const page = poster({ notice, language, t: words.t, address });
    saveAs(new Blob([page], { type: 'text/html' }), `poster-${language}.html`);
  };
  return (
    <div class="stack stack-tight">
      <p>{t('letters.door.poster')}</p>
      <div class="buttons">
        {notice.languages.filter(isLanguage).map((language) => (
          <Button key={language} kind="plain" onClick={() => void save(language)}>
            {LANGUAGE_NAMES[language]}
          </Button>
        ))}
      </div>
    </div>
  );
}
