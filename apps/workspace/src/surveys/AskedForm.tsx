import { type Language, prepare, type Survey } from '@dayaq/domain/survey';
import { createTranslator, loadVisitorWords, type Translator } from '@dayaq/locale';
import { Answering, Form } from '@dayaq/public/asking';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';

/** What the public pages say, in one language; null until it is there, or where none is asked for. */
function useVisitorWords(language: Language | null): Translator | null {
  const [words, setWords] = useState<Translator | null>(null);
  useEffect(() => {
    if (language === null) return;
    let isWanted = true;
    loadVisitorWords(language)
      .then((loaded) => isWanted && setWords(createTranslator(language, loaded)))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [language]);
  return words;
}

/** Which sentence it is, the form says: the public pages' script knows their keys alone. */
type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

const nothing = (): Promise<null> => Promise.resolve(null);

interface Props {
  survey: Survey;
  language: Language;
  /** Given what is answered, once it is drawn, for whoever sends it. */
  drawn?: RefObject<{ readonly answering: Answering; readonly form: Form } | null>;
  /** Whom to call, as it stands beside a hard question. */
  phone: string;
  /** What the public pages say in that language, where it is here already. */
  words?: Translator;
  /** A recorded question by its hash; null where it cannot be had. */
  sound?: (hash: string) => Promise<Uint8Array | null>;
}

/** The survey as whoever answers sees it: drawn by what draws it on the public page. Nothing of what is answered leaves this page. */
export function AskedForm({ survey, language, drawn, phone, words: given, sound = nothing }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const fetched = useVisitorWords(given === undefined ? language : null);
  const words = given ?? fetched;
  const prepared = useMemo(() => prepare(survey), [survey]);
  const answering = useRef<Answering | null>(null);
  useEffect(() => {
    const place = host.current;
    if (place === null || words === null) return;
    let form: Form | null = null;
    const now = new Answering(prepared, () => form?.refresh(), answering.current);
    answering.current = now;
    form = new Form(now, {
      host: place,
      language,
      say: (key, values) => (words.t as Say)(`visitors.${key}`, values),
      sound,
      support: () => (phone === '' ? null : document.createTextNode(phone)),
    });
    if (drawn !== undefined) drawn.current = { answering: now, form };
    const made = form;
    return () => made.end();
  }, [prepared, words]);
  useEffect(
    () => () => {
      answering.current?.forget();
      if (drawn !== undefined) drawn.current = null;
    },
    [],
  );
  return (
    <>
      {words === null && <p class="muted">{t('surveys.loading')}</p>}
      <div class="asking" lang={language} ref={host} />
    </>
  );
}
