import { kept, type Survey, writeAnswers } from '@dayaq/domain/survey';
import {
  createTranslator,
  type Language,
  LANGUAGE_NAMES,
  loadVisitorWords,
  type Translator,
} from '@dayaq/locale';
import type { Answering, Form } from '@dayaq/public/asking';
import type { InterviewEnd } from '@dayaq/vault/client';
import type { Interviews } from '@dayaq/vault/browser/round';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { endAlone } from '../../shell/alone.ts';
import { LeaveButton } from '../../shell/LeaveButton.tsx';
import { whenPhaseChanges } from '../../vault/session.ts';
import { AskedForm } from '../AskedForm.tsx';
import { Said } from '../Said.tsx';
import '../surveys.css';

/** What visitors' pages say, in each of these languages. */
export async function wordsOf(languages: readonly Language[]): Promise<ReadonlyMap<Language, Translator>> {
  const all = languages.map(
    async (each) => [each, createTranslator(each, await loadVisitorWords(each))] as const,
  );
  return new Map(await Promise.all(all));
}

interface Props {
  survey: Survey;
  words: ReadonlyMap<Language, Translator>;
  interviews: Interviews;
  readers: readonly string[];
  phone: string;
  /** Recorded questions by their hashes, all of them here. */
  sounds: ReadonlyMap<string, Uint8Array>;
}

/**
 * A member's device in others' hands: one person after the other is asked, and of none anything is left that could be read. It leads
 * nowhere but back to the lock.
 */
export function InterviewPage({ survey, words, interviews, readers, phone, sounds }: Props) {
  const first = survey.languages[0] ?? 'en';
  const [language, setLanguage] = useState<Language>(first);
  const [step, setStep] = useState<'before' | 'asking' | 'thanks'>('before');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  /** Counts people, so that each has a form of their own. */
  const [person, setPerson] = useState(1);
  const drawn = useRef<{ readonly answering: Answering; readonly form: Form } | null>(null);
  const main = useRef<HTMLElement>(null);
  // Somebody came in by another tab: what others have in their hands and what is open are never on one device together.
  useEffect(() => whenPhaseChanges((phase) => phase === 'open' && void endAlone()), []);
  // Whoever is handed the device begins at the top, and so does a reader's voice.
  useEffect(() => {
    scrollTo(0, 0);
    main.current?.focus();
  }, [step, person]);
  const translator = words.get(language);
  if (translator === undefined) return null;
  const said = translator.t;
  const sound = (hash: string): Promise<Uint8Array | null> => Promise.resolve(sounds.get(hash) ?? null);

  /** Whatever it takes to keep it; what fails is said, with the answers still there. */
  async function keeping(work: () => Promise<'kept' | 'full'>, then: () => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    const outcome = await work().catch(() => 'failed' as const);
    setBusy(false);
    if (outcome === 'kept') setProblem('');
    else setProblem(said(outcome === 'full' ? 'visitors.interview.full' : 'visitors.interview.failed'));
    if (outcome === 'kept') then();
  }
  const next = (): void => {
    setProblem('');
    // Whose language it is, the next person says.
    setLanguage(first);
    setPerson((before) => before + 1);
    setStep('before');
  };
  const end = (how: InterviewEnd): Promise<void> => keeping(() => interviews.ended(how), next);
  async function send(): Promise<void> {
    const now = drawn.current;
    if (now === null || !now.form.isWell()) return;
    const { answering } = now;
    if (answering.answers.size === 0) return setProblem(said('visitors.survey.nothing'));
    const answers = writeAnswers(kept(answering.prepared, answering.answers, answering.today));
    await keeping(
      () => interviews.answered(answers, language),
      () => setStep('thanks'),
    );
  }

  return (
    <div class="outside">
      <header class="outside-head">
        {step !== 'asking' && (
          <Button kind="plain" onClick={() => void endAlone()}>
            {t('interviews.end')}
          </Button>
        )}
        <LeaveButton />
      </header>
      <main
        class="outside-main stack"
        id="main"
        key={`${person} ${step}`}
        lang={language}
        tabIndex={-1}
        ref={main}
      >
        <h1>
          <Said words={survey.title} survey={survey} language={language} />
        </h1>
        {step === 'before' && (
          <>
            {survey.languages.length > 1 && (
              <ChoiceGroup legend={said('visitors.languages')} chips>
                {survey.languages.map((each) => (
                  <Choice
                    key={each}
                    type="radio"
                    name="interview-language"
                    label={LANGUAGE_NAMES[each]}
                    checked={language === each}
                    onChange={() => setLanguage(each)}
                  />
                ))}
              </ChoiceGroup>
            )}
            <p>
              {said('visitors.survey.readers')} {readers.join(', ')}
            </p>
            <p>{said('visitors.interview.safe')}</p>
            <p class="strong">{said('visitors.survey.skip')}</p>
            <div class="buttons">
              <Button onClick={() => setStep('asking')}>{said('visitors.interview.begin')}</Button>
              <Button kind="plain" busy={busy} onClick={() => void end('refused')}>
                {said('visitors.interview.refuse')}
              </Button>
            </div>
          </>
        )}
        {step === 'asking' && (
          <form
            class="stack"
            autocomplete="off"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <AskedForm
              survey={survey}
              language={language}
              drawn={drawn}
              phone={phone}
              words={translator}
              sound={sound}
            />
            <p role="alert">{problem}</p>
            <div class="buttons">
              <Button type="submit" busy={busy}>
                {said('visitors.survey.send')}
              </Button>
              <Button kind="quiet" busy={busy} onClick={() => void end('broken-off')}>
                {said('visitors.interview.stop')}
              </Button>
            </div>
          </form>
        )}
        {step === 'thanks' && (
          <>
            <p class="strong">{said('visitors.interview.thanks')}</p>
            <p>{said('visitors.interview.handBack')}</p>
            <div class="buttons">
              <Button onClick={next}>{t('interviews.next')}</Button>
            </div>
          </>
        )}
        {step !== 'asking' && <p role="alert">{problem}</p>}
      </main>
    </div>
  );
}
