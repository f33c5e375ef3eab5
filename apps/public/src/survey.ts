import { type Language, LANGUAGES, prepare, type Prepared, spokenIn } from '@dayaq/domain/survey';
import type { CodeToken } from '@dayaq/sealing';
import { Answering } from './asking/answers.ts';
import { changeCode } from './asking/change-code.ts';
import { putSpoken } from './asking/elements.ts';
import { fetchSurvey, whyNot } from './asking/fetch-survey.ts';
import { Form } from './asking/form.ts';
import { onThisPage } from './asking/on-this-page.ts';
import { namesOf, sendSheet } from './asking/send-sheet.ts';
import { canSeal, fetchDoor } from './door.ts';
import { startLanguages } from './other-language.ts';
import { on, part, startPage } from './page.ts';
import { say, tell } from './words.ts';

/** The page's language, as far as the survey has it. */
const language = (): Language => {
  const here = part('app').dataset['language'];
  return LANGUAGES.find((each) => each === here) ?? 'en';
};

let form: Form | null = null;
let answering: Answering | null = null;
/** What this visit's code was changed for. */
let token: CodeToken | null = null;

function show(step: 'code' | 'survey' | 'sending' | 'sent'): void {
  for (const id of ['code', 'survey', 'sending', 'sent']) part(id).hidden = id !== step;
  part(step).querySelector('h2')?.focus();
}

function draw({ survey }: Prepared): void {
  if (answering === null) return;
  putSpoken(part('title'), spokenIn(survey.title, language(), survey), language());
  form?.end();
  form = new Form(answering, onThisPage(language()));
}

/** What is asked stands there once it was found to be what the organisation signed. */
async function open(): Promise<void> {
  tell('state', say('survey.loading'));
  const door = await fetchDoor();
  const survey = typeof door === 'string' ? door : await fetchSurvey(door);
  if (typeof door === 'string' || typeof survey === 'string')
    return tell('state', whyNot(survey, 'survey.gone'));
  tell('state', '');
  tell('named', namesOf(door));
  answering = new Answering(survey, () => form?.refresh());
  draw(survey);
  show(survey.survey.codes === undefined ? 'survey' : 'code');
}

/** Before the first question: what changes the code, and what is sent much later, are not to be told together by their hour. */
async function enter(): Promise<void> {
  const codes = answering?.prepared.survey.codes;
  if (codes === undefined) return;
  tell('code-problem', '');
  const changed = await changeCode(codes, part<HTMLInputElement>('digits').value);
  if (typeof changed === 'string')
    return tell('code-problem', say(changed === 'old' ? 'send.old' : `survey.${changed}`));
  token = changed;
  part<HTMLFormElement>('code').reset();
  show('survey');
}

async function sendIt(): Promise<void> {
  if (answering === null || form === null) return;
  tell('problem', '');
  if (!form.isWell()) return;
  if (answering.answers.size === 0) return tell('problem', say('survey.nothing'));
  const stopping = new AbortController();
  part('stop').addEventListener('click', () => stopping.abort(), { once: true });
  show('sending');
  const shownTo = part('named').textContent ?? '';
  const done = await sendSheet(answering, language(), shownTo, stopping.signal, token).catch(
    () => 'failed' as const,
  );
  if (done === 'sent') {
    answering.forget();
    form.end();
    return show('sent');
  }
  show('survey');
  tell('problem', say(`send.${done}`));
  if (done !== 'changed') return;
  const door = await fetchDoor();
  if (typeof door !== 'string') tell('named', namesOf(door));
}

function start(): void {
  startPage();
  startLanguages(() => {
    if (answering !== null) draw(prepare(answering.prepared.survey));
  });
  part('cannot').hidden = canSeal();
  part('app').hidden = !canSeal();
  if (!canSeal()) return;
  on('code', 'submit', () => void enter());
  on('survey', 'submit', () => void sendIt());
  addEventListener('pagehide', () => answering?.forget());
  void open();
}

start();
