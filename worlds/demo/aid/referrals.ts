import { newReference, REFERENCE_BYTES, servicesForWant } from '@dayaq/domain';
import { DAY, dayThere } from '../days.ts';
import { record } from '../record.ts';
import { type Known, later, type Writing } from './known.ts';
import { NEED_WORDS, type Outside, OUTSIDE } from './said.ts';

const isOutside = (service: string): service is Outside => Object.hasOwn(OUTSIDE, service);
/** How often somebody who wants it is passed on to others. */
const OFTEN = 0.3;

/** Referrals on paper or by telephone, to those who have no Dayaq, each on a consent of its own. */
export function inventReferrals(of: Known, writing: Writing): void {
  const { chance, wants, opened, isOpen, now, country, language, client, author } = of;
  const need = wants.flatMap((want) => servicesForWant(want)).find(isOutside);
  if (need === undefined || !chance.maybe(OFTEN)) return;
  const at = isOpen ? Math.max(opened + DAY, now - chance.whole(1, 15) * DAY) : later(chance, opened, 1, 10);
  const recipient = OUTSIDE[need][language];
  const parts = chance.one([
    ['alias-age', 'contact', 'needs'],
    ['contact', 'needs'],
    ['alias-age', 'needs', 'what-happened'],
  ]);
  const [consent, id] = [chance.id(), chance.id()];
  const handover = chance.weighed({ phone: 3, paper: 2, escorted: 2 });
  const sent = writing.write(at, [
    record('consent', consent, {
      of: client,
      to: 'sharing',
      decision: 'yes',
      recipient,
      parts,
      date: { day: dayThere(at, country) },
      how: 'spoken',
      givenBy: 'self',
      takenBy: author.account,
    }),
    record('referral', id, {
      of: client,
      target: 'service',
      to: recipient,
      reference: newReference(chance.bytes(REFERENCE_BYTES * 2)),
      need,
      needWords: chance.maybe(0.4) ? of.say(NEED_WORDS) : undefined,
      consent,
      parts,
      handover,
      owner: author.account,
      proposed: at,
      sent: at,
    }),
  ]);
  if (!sent) return;
  const answered = later(chance, at, 0, 4);
  // The last ones still wait for an answer.
  if (answered > now || (isOpen && chance.maybe(0.3))) return;
  if (chance.maybe(0.25)) {
    const declinedWhy = chance.weighed({
      'no-place': 4,
      'registration-demanded': 2,
      'papers-demanded': 2,
      'outside-area': 1,
    });
    writing.write(answered, [record('referral', id, { declined: answered, declinedWhy })]);
    return;
  }
  writing.write(answered, [record('referral', id, { accepted: answered })]);
  const done = later(chance, answered, 5, 30);
  if (done > now || isOpen) return;
  const result = chance.weighed({ worked: 5, 'worked-partly': 3, 'person-declined': 1 });
  writing.write(done, [record('referral', id, { inService: answered + DAY, done, result })]);
}
