import type { Draft } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import type { Unlocked } from '../unlocked.ts';

/** What pages keep beside the database that may hold words of a dossier: lists of any shape, about several at once. */
const SEVERAL = ['preference/', 'view/'] as const;

/**
 * Forgets what is kept on this device of dossiers or records that are destroyed, whoever keeps it and in whatever shape: a
 * draft that names one of them goes as a whole, and of a list each element that does.
 */
export async function forgetKept({ kept }: Unlocked, ids: Iterable<string>): Promise<void> {
  const gone = new Set(ids);
  for (const { name, value } of await kept.all('draft/'))
    if (names((value as Draft).data, gone)) await kept.delete(name);
  for (const prefix of SEVERAL)
    for (const { name, value } of await kept.all(prefix)) {
      if (!names(value, gone)) continue;
      const left = without(value, gone);
      if (left === null) await kept.delete(name);
      else await kept.put(name, left);
    }
}

/** What a page wants kept, without what was destroyed here meanwhile: it may have read it before. */
export function withoutErased(engine: Engine, value: unknown): unknown {
  const gone = new Set(
    engine
      .all<{ dossier: string }>('select distinct dossier from erased where had = 1')
      .map(({ dossier }) => dossier),
  );
  return gone.size > 0 && names(value, gone) ? without(value, gone) : value;
}

/** A value that names one of these, without whatever is about it: elements of its outermost lists; null where all of it is. */
function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((element) => !names(element, gone));
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (names(name, gone)) return [];
      if (!names(inner, gone)) return [[name, inner]];
      return Array.isArray(inner) ? [[name, without(inner, gone)]] : [];
    }),
  );
}

/** Whether one of these ids stands anywhere in a value, also as a part of an address or of a pair. */
function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return value.split(/[^\w-]+/).some((part) => ids.has(part));
  if (Array.isArray(value)) return value.some((inner) => names(inner, ids));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.entries(value).some(([name, inner]) => ids.has(name) || names(inner, ids));
}
