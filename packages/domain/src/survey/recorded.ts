import { type Language, LANGUAGES } from '../kind.ts';
import { fieldsOf, stop, textOf, type Words } from './reading.ts';

/** What browsers record, and what is brought along. */
export const SOUND_TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg'] as const;
export type SoundType = (typeof SOUND_TYPES)[number];

/** A question in somebody's recorded voice, in one language. */
export interface Recorded {
  /** SHA-256 of the sound, base64url: by it whoever plays it has what was signed for. */
  readonly sound: string;
  readonly type: SoundType;
  /** `wordsMark` of what was read out: with other words it is not played. */
  readonly of: string;
}
export type RecordedIn = Readonly<Partial<Record<Language, Recorded>>>;

/** What is read out of a question, and in whose voice. */
interface ReadOut {
  readonly label: Words;
  readonly hint?: Words;
  readonly choices?: readonly { readonly label: Words }[];
  readonly recorded?: RecordedIn;
}

/** What is read out of a question in a language, without blanks around: its words, its hint, and what can be chosen. */
const readOut = ({ label, hint = {}, choices = [] }: ReadOut, language: Language): string =>
  [label, hint, ...choices.map((each) => each.label)]
    .map((words) => (words[language] ?? '').trim())
    .join('\n');

/** FNV-1a, 32 bits, of what is read out: it tells changed words from the same ones, and keeps nobody from anything. */
export function wordsMark(question: ReadOut, language: Language): string {
  let mark = 0x811c9dc5;
  for (const character of readOut(question, language))
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mark.toString(16);
}

/** The voice in which a question is heard in a language: none where its words are others since. */
export function recordedOf(question: ReadOut, language: Language): Recorded | null {
  const recorded = question.recorded?.[language];
  return recorded?.of === wordsMark(question, language) ? recorded : null;
}

const SOUND = /^[\w-]{43}$/;
const MARK = /^[0-9a-f]{1,8}$/;

export function recordedIn(value: unknown): RecordedIn {
  const fields = fieldsOf(value);
  const found: Partial<Record<Language, Recorded>> = {};
  for (const language of LANGUAGES) {
    if (fields[language] === undefined) continue;
    const { sound, type, of } = fieldsOf(fields[language]);
    const text = textOf(sound, 43);
    const mark = textOf(of, 8);
    if (!SOUND.test(text) || !MARK.test(mark)) stop();
    found[language] = { sound: text, type: SOUND_TYPES.find((each) => each === type) ?? stop(), of: mark };
  }
  return found;
}
