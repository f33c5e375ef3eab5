import type { PlainKey, Translator } from '@dayaq/locale';

/** What the scripts of public pages say by themselves; `{}` stands for what they put in. */
const PLAIN = [
  'visitors.languageAway',
  'visitors.tell.empty',
  'visitors.tell.nobody',
  'visitors.tell.photoBad',
  'visitors.tell.most',
  'visitors.tell.voice',
  'visitors.tell.voiceStop',
  'visitors.tell.voiceNo',
  'visitors.tell.remove',
  'visitors.keep.own',
  'visitors.keep.listed',
  'visitors.keep.phraseShort',
  'visitors.keep.wrong',
  'visitors.keep.wrongPhrase',
  'visitors.keep.inStory',
  'visitors.send.sealing',
  'visitors.send.waits',
  'visitors.send.stopped',
  'visitors.send.shut',
  'visitors.send.changed',
  'visitors.send.ghost',
  'visitors.send.twice',
  'visitors.send.perhaps',
  'visitors.send.old',
  'visitors.send.full',
  'visitors.send.away',
  'visitors.send.failed',
  'visitors.back.looking',
  'visitors.back.neither',
  'visitors.back.orPhrase',
  'visitors.outside.noOtherwise',
  'visitors.outside.changed',
] as const satisfies readonly PlainKey[];

/** Numbers whose place in a sentence a language decides: the words of each, from the first on. */
export interface ScriptWords {
  readonly plain: Readonly<Record<string, string>>;
  readonly confirm: readonly string[];
  readonly unknown: readonly string[];
}

const OF_SURVEYS = [
  'visitors.survey.loading',
  'visitors.survey.gone',
  'visitors.survey.hear',
  'visitors.survey.canHear',
  'visitors.survey.noVoice',
  'visitors.survey.recorded',
  'visitors.survey.notHeard',
  'visitors.survey.other',
  'visitors.survey.otherWords',
  'visitors.survey.none',
  'visitors.survey.mark.skipped',
  'visitors.survey.mark.not-me',
  'visitors.survey.mark.unknown',
  'visitors.survey.mark.prefers-not',
  'visitors.survey.again',
  'visitors.survey.fewer',
  'visitors.survey.support',
  'visitors.survey.wrong.form',
  'visitors.survey.wrong.choice',
  'visitors.survey.wrong.constraint',
  'visitors.survey.nothing',
  'visitors.languageAway',
  'visitors.survey.away',
  'visitors.survey.codeWrong',
  'visitors.survey.codeUsed',
  'visitors.survey.codeGhost',
  'visitors.send.sealing',
  'visitors.send.waits',
  'visitors.send.stopped',
  'visitors.send.shut',
  'visitors.send.changed',
  'visitors.send.ghost',
  'visitors.send.perhaps',
  'visitors.send.old',
  'visitors.send.full',
  'visitors.send.failed',
] as const satisfies readonly PlainKey[];

const TWELVE = Array.from({ length: 12 }, (_, i) => i + 1);

const said = (t: Translator['t'], keys: readonly PlainKey[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key.slice('visitors.'.length), t(key)]));

/** What would fit, where a number does not. */
const bounds = (t: Translator['t']): Record<string, string> => ({
  'survey.wrong.least': t('visitors.survey.wrong.least', { least: '{least}' }),
  'survey.wrong.most': t('visitors.survey.wrong.most', { most: '{most}' }),
  'survey.wrong.between': t('visitors.survey.wrong.between', { least: '{least}', most: '{most}' }),
});

/** How far it is, on its way. */
const sending = (t: Translator['t']): Record<string, string> => ({
  'send.sending': t('visitors.send.sending', { done: '{done}', all: '{all}' }),
  'send.works': t('visitors.send.works', { done: '{done}', all: '{all}' }),
});

/** What the script of a survey's page says. */
export function wordsForSurvey({ t }: Translator): string {
  const words: ScriptWords = {
    plain: {
      ...said(t, OF_SURVEYS),
      ...bounds(t),
      ...sending(t),
    },
    confirm: [],
    unknown: [],
  };
  return JSON.stringify(words);
}

/** What the script of a call's page says: what a survey's does, and what it takes to come back. */
export function wordsForCall({ t }: Translator): string {
  const words: ScriptWords = {
    plain: {
      ...said(t, OF_SURVEYS),
      ...said(t, PLAIN),
      ...bounds(t),
      'call.gone': t('visitors.call.gone'),
      ...sending(t),
    },
    confirm: TWELVE.map((number) => t('visitors.keep.confirm', { number })),
    unknown: [],
  };
  return JSON.stringify(words);
}

export function wordsForScript({ t }: Translator): string {
  const words: ScriptWords = {
    plain: {
      ...said(t, PLAIN),
      'tell.long': t('visitors.tell.long', { most: '{most}', count: '{count}' }),
      'tell.file': t('visitors.tell.file', { number: '{number}' }),
      'tell.recording': t('visitors.tell.recording', { number: '{number}' }),
      ...sending(t),
      'back.count': t('visitors.back.count', { count: '{count}' }),
    },
    confirm: TWELVE.map((number) => t('visitors.keep.confirm', { number })),
    unknown: TWELVE.map((position) => t('visitors.back.unknown', { position })),
  };
  return JSON.stringify(words);
}
