import { KINDS, type Kind, kindOf, linksIn, rootKindOf } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { Id, LinkEnd, MemberView, RecordView, Value, Vault } from '@dayaq/vault/client';
import { useMemo } from 'preact/hooks';
import { caseName } from '../cases/case-name.ts';
import { kindLabel, type LinkNames, type Surroundings, titleFields, valueText } from '../fields/index.ts';
import type { Choice } from '../fields/inputs/choice-rows.tsx';
import { readText } from '../fields/read-value.ts';
import { currentSpace, useQuery, useVault } from '../vault/session.ts';

const FOUND = 8;
/** Rows of everything that are looked through for those of the kinds that are meant. */
const LOOKED_AT = 100;
/** The vault names no more at once. */
const MOST = 500;
/** Kinds that something may be called by: those that stand in lists by themselves. */
const NAMED = Object.values<Kind>(KINDS).flatMap(({ kind, card }) => (card === undefined ? [] : [kind]));

/** Ids that the links of these records name, in whatever version of a field. */
export function linkedIds(records: readonly Pick<RecordView, 'kind' | 'fields'>[]): Id[] {
  const ids = new Set<Id>();
  for (const { kind, fields } of records)
    for (const [name, { value, alternatives }] of Object.entries(fields))
      for (const each of [value, ...alternatives.map((other) => other.value)])
        for (const id of linksIn(kind, name, each)) ids.add(id);
  return [...ids];
}

/** What an end of a link is called in a line. */
export function endTitle(end: LinkEnd, around: Surroundings): string {
  const { kind, fields, mention } = end;
  const values: Record<string, Value> = fields ?? {};
  for (const field of titleFields(kind, around.translator.language)) {
    if (values[field] == null) continue;
    const text = valueText({ ...around, kind, field, value: values[field], values });
    if (text !== '') return text;
  }
  return caseName(mention) || kindLabel(around.translator, kind);
}

interface Known {
  translator: Translator;
  members: readonly MemberView[];
  country: string;
}

/** Names of what these ids stand for, as far as this person may see it: dossiers and records, members, organisations. */
export function useLinkNames(ids: readonly Id[], { translator, members, country }: Known): LinkNames {
  const connection = useVault();
  const wanted = [...new Set(ids)].sort().slice(0, MOST);
  const { data } = useQuery(
    async (vault) => {
      if (wanted.length === 0) return { ends: {}, peers: [] };
      const [ends, peers] = await Promise.all([vault.named(wanted), vault.peers()]);
      return { ends, peers };
    },
    [wanted.join(' ')],
    NAMED,
  );
  return useMemo(() => {
    const around: Surroundings = { translator, records: [], members, country };
    return {
      nameOf(id) {
        const end: LinkEnd | undefined = data?.ends[id];
        if (end !== undefined) return endTitle(end, around);
        const name =
          members.find(({ account }) => account === id)?.name ??
          data?.peers.find(({ space }) => space === id)?.name;
        return name === '' ? undefined : name;
      },
      finder(kinds) {
        if (kinds.includes('case')) return (words) => findCases(connection, words);
        const roots = kinds.filter((kind) => rootKindOf(kind) !== undefined);
        const listed = kinds.filter((kind) => !roots.includes(kind) && kindOf(kind)?.listed === true);
        if (roots.length + listed.length === 0) return undefined;
        return async (words) => {
          const [heads, within] = await Promise.all([
            roots.length === 0 ? [] : findRoots(connection, roots, words, around),
            listed.length === 0 ? [] : findListed(connection, listed, words, around),
          ]);
          return [...heads, ...within].slice(0, FOUND);
        };
      },
    };
  }, [data, connection, translator, members, country]);
}

async function findCases(vault: Pick<Vault, 'cases'>, text: string) {
  const { rows } = await vault.cases({
    text,
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: FOUND,
  });
  return rows.map((row) => ({
    code: row.id,
    label: caseName(row),
    hint: row.summary.slice(0, 60),
  }));
}

/** Dossiers of other kinds by every word that is written of them, in the space that is worked in. */
async function findRoots(
  vault: Pick<Vault, 'dossiers'>,
  kinds: string[],
  text: string,
  { translator }: Pick<Surroundings, 'translator'>,
): Promise<Choice[]> {
  const { rows } = await vault.dossiers({
    kinds,
    text,
    filters: {},
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: FOUND,
    space: currentSpace()?.id ?? null,
  });
  return rows.map((row) => ({ code: row.id, label: nameOfRow(row, translator) }));
}

/** Records inside dossiers, of kinds that are looked at across them. */
async function findListed(
  vault: Pick<Vault, 'find'>,
  kinds: string[],
  text: string,
  { translator }: Pick<Surroundings, 'translator'>,
): Promise<Choice[]> {
  const { rows } = await vault.find({ text, limit: LOOKED_AT }, currentSpace()?.id ?? null);
  return rows
    .filter(({ kind }) => kinds.includes(kind))
    .slice(0, FOUND)
    .map((row) => ({ code: row.id, label: nameOfRow(row, translator) }));
}

/** By its title in the reader's language, with what its kind puts behind it. */
function nameOfRow({ kind, told }: { kind: string; told: Record<string, Value> }, translator: Translator) {
  const said = (fields: readonly string[]): string | undefined =>
    fields.map((field) => readText(told[field])).find((text) => text !== '');
  const more = said(kindOf(kind)?.titleMore ?? []);
  const name = said(titleFields(kind, translator.language)) ?? kindLabel(translator, kind);
  return more === undefined ? name : `${name} (${more})`;
}
