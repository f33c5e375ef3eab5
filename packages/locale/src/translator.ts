import type { MessageArguments } from './gen/keys.gen.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

/** Every key of the pages' messages. */
export type MessageKey = keyof MessageArguments;

/** Keys of messages that need no arguments. */
export type PlainKey = {
  [K in MessageKey]: MessageArguments[K] extends undefined ? K : never;
}[MessageKey];

/** Nothing for a plain message, else one object with the message's arguments: a forgotten one does not compile. */
export type ParametersFor<Values> = [Values] extends [undefined] ? [] : [values: Values];
export type MessageParameters<K extends MessageKey> = ParametersFor<MessageArguments[K]>;

/** Names for things that are data: code lists, kinds and their fields, country packs. */
export type LabelNamespace = 'codes' | 'kinds' | 'packs';

export interface Translator {
  language: Language;
  /** The message for a key, e.g. `t('cases.count', { count: 3 })`. */
  t<K extends MessageKey>(key: K, ...values: MessageParameters<K>): string;
  /** The name of a code, kind, field or area, e.g. `label('codes', 'population', code)`. Where there is none, its last part. */
  label(namespace: LabelNamespace, ...path: readonly [string, ...string[]]): string;
  /** Whether `label` has a name for it: hints are optional. */
  hasLabel(namespace: LabelNamespace, ...path: readonly [string, ...string[]]): boolean;
}

/** A value that ends with a full stop, such as a Russian date ("2026 г."), at the end of a sentence: one full stop ends both. */
function withOneStop(text: string, values: Readonly<Record<string, string | number>>): string {
  let said = text;
  for (const value of Object.values(values)) {
    if (typeof value !== 'string' || !value.endsWith('.') || value.endsWith('..')) continue;
    const at = said.indexOf(`${value}.`);
    if (at >= 0 && said[at + value.length + 1] !== '.')
      said = said.slice(0, at + value.length) + said.slice(at + value.length + 1);
  }
  return said;
}

/** @param onMissing is told every key that had no message; tests use it, pages show the key's last part. */
export function createTranslator(
  language: Language,
  messages: Messages,
  onMissing: (key: string) => void = () => {},
): Translator {
  const say = (key: string, values: Readonly<Record<string, string | number>>): string | undefined => {
    if (!Object.hasOwn(messages, key)) return undefined;
    const message = messages[key];
    return typeof message === 'function' ? withOneStop(String(message(values)), values) : message;
  };
  const missing = (key: string, shown: string): string => {
    onMissing(key);
    return shown;
  };
  return {
    language,
    t: (key, ...values) => say(key, values[0] ?? {}) ?? missing(key, key.slice(key.lastIndexOf('.') + 1)),
    label: (namespace, ...path) => {
      const key = [namespace, ...path].join('.');
      return say(key, {}) ?? missing(key, path[path.length - 1] ?? namespace);
    },
    hasLabel: (namespace, ...path) => Object.hasOwn(messages, [namespace, ...path].join('.')),
  };
}
