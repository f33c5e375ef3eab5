import { decisionChanges, toldChanges } from '@dayaq/acts/application/application';
import type { Seen } from '@dayaq/acts/application/seen';
import { textIn } from '@dayaq/acts/record-values';
import { CODE_LISTS, fieldOf } from '@dayaq/domain';
import { type Call, wordsIn } from '@dayaq/domain/survey';
import { createTranslator, isLanguage, loadVisitorWords } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { codeLabel } from '../fields/index.ts';
import { t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Field } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { currentSpace, say } from '../vault/session.ts';

interface Props {
  room: Room;
  root: RecordView;
  seen: Seen;
  call: Call;
}

/** What becomes of an application, why, and the words by which whoever applied is told. */
export function Decision({ room, root, seen, call }: Props) {
  const [again, setAgain] = useState(false);
  const result = textIn(root, 'result');
  if (result === '' || again)
    return <Deciding room={room} root={root} seen={seen} onKept={() => setAgain(false)} />;
  const isTold = root.fields['told']?.value != null;
  return (
    <section class="stack stack-tight" aria-labelledby="application-decision">
      <h3 id="application-decision">{t('calls.decision.title')}</h3>
      <p class="strong">{codeLabel(translator.value, 'application-results', result)}</p>
      <p class="value-long">{textIn(root, 'reason')}</p>
      {isTold ? (
        <p class="muted">{t('calls.decision.told')}</p>
      ) : (
        <Tell room={room} root={root} call={call} result={result} />
      )}
      {result === 'taken' && call.call.aim === 'volunteer' && currentSpace()?.me.keyholder === true && (
        <p>
          <a href={`/people/volunteers?from=${root.id}`}>{t('volunteers.add')}</a>
        </p>
      )}
      <div>
        <Button kind="quiet" onClick={() => setAgain(true)}>
          {t('calls.decision.again')}
        </Button>
      </div>
    </section>
  );
}

function Deciding({ room, root, seen, onKept }: Omit<Props, 'call'> & { onKept: () => void }) {
  const form = useDrafted({
    place: { dossier: root.id, about: root.id, purpose: 'decision' },
    title: t('calls.decision.title'),
    begin: { result: textIn(root, 'result'), reason: textIn(root, 'reason') },
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  if (!form.ready) return null;
  const keep = async (): Promise<void> => {
    const changes = decisionChanges(root.id, seen, form.typed, room.today);
    if (changes === null) return setProblem(t('calls.decision.incomplete'));
    setBusy(true);
    const kept = await room.vault.save({ dossier: root.id, changes });
    setBusy(false);
    setProblem(kept.ok ? undefined : say(kept.failure));
    if (!kept.ok) return;
    form.done();
    announce(t('calls.saved'));
    onKept();
  };
  return (
    <form
      class="stack"
      aria-label={t('calls.decision.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void keep();
      }}
    >
      <ChoiceGroup legend={t('calls.decision.title')} chips>
        {CODE_LISTS['application-results'].codes.map(({ code }) => (
          <Choice
            key={code}
            type="radio"
            name="result"
            label={codeLabel(translator.value, 'application-results', code)}
            checked={form.typed.result === code}
            onChange={() => form.put({ result: code })}
          />
        ))}
      </ChoiceGroup>
      <Field label={t('calls.decision.reason')} hint={t('calls.decision.reasonHint')} error={problem}>
        {(control) => (
          <textarea
            {...control}
            key={form.turn}
            rows={3}
            maxLength={2000}
            value={form.typed.reason}
            onInput={(event) => form.put({ reason: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} save={t('calls.decision.save')} busy={busy} onClose={() => history.back()} />
    </form>
  );
}

/** Characters of one reply. */
function longest(): number {
  const type = fieldOf('letter-reply', 'words')?.type;
  return type?.is === 'text' ? type.max : 0;
}

/** Tells whoever applied, in the language in which they did, where they look with their twelve words. */
function Tell({ room, root, call, result }: Omit<Props, 'seen'> & { result: string }) {
  const [words, setWords] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const wrote = textIn(root, 'language');
  useEffect(() => {
    const spoken = isLanguage(wrote) ? wrote : 'en';
    void loadVisitorWords(spoken).then((loaded) => {
      const said = createTranslator(spoken, loaded);
      const key =
        result === 'taken' ? 'taken' : result === 'waiting-list' ? 'waitingList' : ('notTaken' as const);
      setWords(said.t(`visitors.call.told.${key}`, { name: wordsIn(call.title, spoken, call) }));
    });
  }, [wrote, result, call]);
  if (words === null) return null;
  const over = words.length - longest();
  const send = async (): Promise<void> => {
    if (words.trim() === '' || over > 0) return;
    setBusy(true);
    // Asked under one name: a press that is repeated after a crash sends it no second time.
    const asked = `decision told ${root.id} ${result} ${textIn(root, 'reason')}`;
    const sent = await room.vault.answerLetter({
      dossier: root.id,
      words: words.trim(),
      today: room.today,
      asked,
    });
    const noted = sent.ok
      ? await room.vault.save({ dossier: root.id, changes: toldChanges(root.id, room.today) })
      : sent;
    setBusy(false);
    setProblem(noted.ok ? undefined : say(noted.failure));
    if (noted.ok) announce(t('letters.one.kept'));
  };
  return (
    <>
      <Field
        label={t('calls.decision.tell')}
        hint={t('calls.decision.tellHint')}
        error={over > 0 ? t('shell.tooLong', { count: over }) : problem}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="buttons">
        <Button busy={busy} onClick={() => void send()}>
          {t('calls.decision.send')}
        </Button>
      </div>
    </>
  );
}
