import {
  createTranslator,
  isLanguage,
  type Language,
  type LabelNamespace,
  loadInnerWords,
  loadWords,
  type MessageKey,
  type MessageParameters,
  type Translator,
} from '@dayaq/locale';
import { computed, signal } from '@preact/signals';
import { announce } from '../look/live.tsx';

/** Neutral on purpose: it is the one thing kept in the open, and says no more than that somebody reads Tajik. */
const KEPT_AS = 'language';

/** Words of the chosen language. Reading it in a component makes the component follow a switch, without remounting. */
export const translator = signal<Translator>(createTranslator('en', {}));
export const language = computed<Language>(() => translator.value.language);

export function t<K extends MessageKey>(key: K, ...values: MessageParameters<K>): string {
  return translator.value.t(key, ...values);
}

/** The name of a code, kind, field or area. */
export function label(namespace: LabelNamespace, ...path: readonly [string, ...string[]]): string {
  return translator.value.label(namespace, ...path);
}

let innerWanted = false;
/** The words of the pages behind the sign-in are here, or cannot be had now. */
export const innerWordsSettled = signal(false);

/** Switches; what was typed stays, because nothing is mounted anew. Without a network, words not yet here stay away. */
export async function setLanguage(wanted: Language): Promise<void> {
  try {
    await show(wanted);
  } catch {
    announce(t('errors.offline'));
    return;
  }
  try {
    localStorage.setItem(KEPT_AS, wanted);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** The words of the inner pages come apart, while somebody signs in: signing in needs none of them, and they are heavy. */
export async function wantInnerWords(): Promise<void> {
  if (innerWanted) return;
  innerWanted = true;
  try {
    await show(language.value);
  } catch {
    innerWanted = false;
  }
  innerWordsSettled.value = true;
}

async function show(wanted: Language): Promise<void> {
  const [words, inner] = await Promise.all([loadWords(wanted), innerWanted ? loadInnerWords(wanted) : {}]);
  translator.value = createTranslator(wanted, { ...words, ...inner });
  document.documentElement.lang = wanted;
}

/** The language used last on this device, else the browser's, else Azerbaijani. Resolves when its words are there. */
export function startLanguage(): Promise<void> {
  return show(keptLanguage() ?? browserLanguage() ?? 'az');
}

function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

function browserLanguage(): Language | null {
  for (const wish of navigator.languages) {
    const short = wish.slice(0, 2).toLowerCase();
    if (isLanguage(short)) return short;
  }
  return null;
}
