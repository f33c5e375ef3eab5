import type { DangerRow, Id } from '@dayaq/vault/client';
import { codeLabel } from '../fields/labels.ts';
import { sayHour } from '../fields/say-date.ts';
import { valueText } from '../fields/value-text.ts';
import { beginning, QUOTED, quoted } from '../fields/quoted.ts';
import { caseFacts } from './case-facts.ts';
import type { Reader } from './task-words.ts';

/** What makes it dangerous, in its own words where there are any. */
export function saidWords({ about, case: of }: DangerRow, { translator, members }: Reader): string {
  const { t } = translator;
  const field = (name: string): string =>
    valueText({
      kind: about.kind,
      field: name,
      value: about.fields[name],
      values: about.fields,
      translator,
      members,
      records: [],
      country: '',
    });
  const facts = caseFacts(translator, of);
  // Of a threat that was only named at an intake nothing more may be known.
  if (about.kind === 'threat')
    return quoted(translator, field('words'), QUOTED) || field('type') || facts || t('safety.strip.threat');
  if (about.kind === 'risk') return field('instrument') || facts;
  if (about.kind === 'lead') return quoted(translator, field('heard'), QUOTED);
  if (about.kind === 'letter') return quoted(translator, field('words'), QUOTED);
  return beginning(of.summary, QUOTED) || facts || t('today.danger.atIntake');
}

/** By whom and how it came. */
export function sourceWords({ about }: DangerRow, { translator }: Reader): string[] {
  const { t } = translator;
  const { fields } = about;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  if (about.kind === 'threat')
    return (['byWhom', 'channel'] as const)
      .map((name) => {
        const list = name === 'byWhom' ? 'perpetrator-types' : 'threat-channels';
        return text(`${name}Other`) || (text(name) && codeLabel(translator, list, text(name)));
      })
      .filter(Boolean);
  if (about.kind === 'lead') return [t('today.heard.notMet')];
  if (about.kind === 'letter') return [t('today.heard.notKnown')];
  return [t(about.kind === 'risk' ? 'today.danger.assessed' : 'today.danger.atIntake')];
}

/** One's own turn first, and of one's own and of the others' that which moves on the soonest. */
export function inTurn(rows: readonly DangerRow[], me: Id): DangerRow[] {
  const isMine = ({ escalation }: DangerRow): number =>
    Number((escalation.state === 'open' ? escalation.who : escalation.by) === me);
  const moves = ({ escalation }: DangerRow): number =>
    escalation.state === 'open' ? escalation.nextAt : escalation.until;
  // Of two alike the order in which they came stays: the more dangerous first.
  return [...rows].sort((a, b) => isMine(b) - isMine(a) || moves(a) - moves(b));
}

/** Whose turn it is and until when; and what comes then. */
export function turnWords(
  { escalation }: DangerRow,
  { translator, today, nameOf }: Reader,
  me: Id,
): { now: string; then: string } {
  const { t } = translator;
  const clock = (ms: number): string => sayHour(translator, ms, today);
  const then = (next: Id): string =>
    next === me
      ? t('today.danger.thenYou')
      : t('today.danger.then', { name: nameOf(next).replace(/\.$/, '') });
  const { next } = escalation;
  if (escalation.state === 'taken') {
    const said = { since: clock(escalation.since), until: clock(escalation.until) };
    const now =
      escalation.by === me
        ? t('today.danger.takenByYou', said)
        : t('today.danger.taken', { name: nameOf(escalation.by), ...said });
    return { now, then: next === null ? '' : then(next) };
  }
  if (escalation.who === null) return { now: t('today.danger.nobody'), then: '' };
  const until = clock(escalation.nextAt);
  const now =
    escalation.who === me
      ? t('today.danger.yours', { until })
      : t('today.danger.others', { name: nameOf(escalation.who), until });
  const isAlone = escalation.told.length === 1;
  return { now, then: next === null ? (isAlone ? '' : t('today.danger.thenAll')) : then(next) };
}
