import { isCall, kept, type Language, LANGUAGES, prepare, writeAnswers } from '@dayaq/domain/survey';
import { fromBase64url, mailbox, writeApplication } from '@dayaq/sealing';
import { Answering } from './asking/answers.ts';
import { fetchSurvey, hashHere, whyNot } from './asking/fetch-survey.ts';
import { Form } from './asking/form.ts';
import { onThisPage } from './asking/on-this-page.ts';
import { canSeal, fetchDoor } from './door.ts';
import { beginKeeping, receipt, sayKeeping } from './keeping.ts';
import { startLanguages } from './other-language.ts';
import { part, startPage } from './page.ts';
import { showsSigned, somebodyReads } from './readers.ts';
import { send, type Write } from './send.ts';
import { goes, show, startSteps } from './steps.ts';
import { wordList } from './word-lists.ts';
import { say, tell } from './words.ts';

const language = (): Language => {
  const here = part('app').dataset['language'];
  return LANGUAGES.find((each) => each === here) ?? 'en';
};

let form: Form | null = null;
let answering: Answering | null = null;

/** What is asked, in the page's language. */
function draw(asked: Answering): void {
  form?.end();
  form = new Form(asked, onThisPage(language()));
}

/** What is asked stands there once it was found to be what the organisation signed. */
async function open(): Promise<void> {
  tell('state', say('survey.loading'));
  const door = await fetchDoor();
  const survey = typeof door === 'string' ? door : await fetchSurvey(door);
  if (typeof door === 'string' || typeof survey === 'string')
    return tell('state', whyNot(survey, 'call.gone'));
  if (!isCall(survey.survey)) return tell('state', say('call.gone'));
  tell('state', '');
  // Nobody's name is new to whoever has not begun.
  showsSigned(door);
  answering = new Answering(prepare(survey.survey), () => form?.refresh());
  draw(answering);
  part('letter').hidden = false;
}

/** What was answered, as it is sent: of each question what was said, or that it was left out. */
const answersNow = (asked: Answering) => writeAnswers(kept(asked.prepared, asked.answers, asked.today));

async function toKeeping(): Promise<void> {
  if (answering === null || form === null) return;
  tell('problem', '');
  if (!form.isWell()) return;
  if (answering.answers.size === 0) return tell('problem', say('survey.nothing'));
  if (!somebodyReads()) return tell('problem', say('tell.nobody'));
  if (!(await beginKeeping(language()))) return tell('problem', say('send.away'));
  show('keep');
}

async function sendIt(): Promise<void> {
  if (answering === null) return;
  const answers = answersNow(answering);
  const everything = JSON.stringify(answers);
  const opens = await receipt(Object.values(answers).flat().join('\n'));
  tell('keep-problem', typeof opens === 'string' ? opens : '');
  if (typeof opens === 'string') return;
  const call = fromBase64url(hashHere());
  if (!call.ok) return tell('keep-problem', say('call.gone'));
  const box = await mailbox(opens);
  const write: Write = (to) => writeApplication({ call: call.value, language: language(), answers, ...to });
  if (!(await goes((signal) => send(box, everything, write, signal)))) return;
  answering.forget();
  form?.end();
}

function start(): void {
  startPage();
  startLanguages(() => {
    if (answering !== null) draw(answering);
    sayKeeping();
  });
  part('cannot').hidden = canSeal();
  part('app').hidden = !canSeal();
  if (!canSeal()) return;
  startSteps(toKeeping, sendIt);
  addEventListener('pagehide', () => answering?.forget());
  void open();
  // While somebody writes; the network may be gone when they have.
  void wordList(language());
}

start();
