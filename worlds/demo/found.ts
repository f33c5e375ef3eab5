import type { CountryCode } from '@dayaq/domain';
import { PLAIN_QUESTION, writeQuestion } from '@dayaq/domain/count';
import { gatherInto } from '../../apps/workspace/src/patterns/gather.ts';
import { must, type SeedingMember, syncAll } from './circle.ts';
import { DAY, dayThere } from './days.ts';
import type { DemoOrganisation } from './people.ts';
import { record } from './record.ts';

/** What an invented team found in its invented cases: a question that it keeps in sight, and what it holds to be one pattern. */
const INVENTED: Readonly<
  Record<CountryCode, { figure: string; pattern: string; account: string; why: string }>
> = {
  az: {
    figure: 'Bu il aylar üzrə açılmış işlər',
    pattern: 'Eyni yerdə təkrarlanan hal (uydurma)',
    account: 'Nümunə üçün uydurulub: üç ay ərzində eyni yerdə eyni üsul. Nəzarətdə saxlayırıq.',
    why: 'Yer və üsul eynidir (uydurma).',
  },
  tj: {
    figure: 'Парвандаҳои имсол аз рӯи моҳ',
    pattern: 'Ҳолати такрорёбанда дар як ҷой (бофта)',
    account: 'Барои намуна бофта шудааст: дар се моҳ дар як ҷой бо як тарз. Зери назар аст.',
    why: 'Ҷой ва тарз яканд (бофта).',
  },
};

/** Keeps a figure on Today, and gathers the first acts of the organisation's cases that are alike, where there are some. */
export async function writeFound(
  { country }: DemoOrganisation,
  members: readonly SeedingMember[],
  now: number,
): Promise<void> {
  const [writer] = members;
  if (writer === undefined) return;
  const { vault, clock, name } = writer;
  const { figure, pattern, account, why } = INVENTED[country];
  const at = now - 3 * DAY;
  clock.set(at);
  const today = dayThere(at, country);
  const begun = { day: today };
  const year = today.slice(0, 4);
  const question = writeQuestion({
    ...PLAIN_QUESTION,
    by: [{ by: 'month' }],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const kept = await vault.newId();
  const figureKept = record('figure', kept, { begun, name: figure, question, pinned: 'yes' });
  must(await vault.save({ dossier: kept, changes: [figureKept] }), `${name} keeps a figure`);
  const found = await vault.patterns(today);
  const [first] = found.is === 'found' ? found.suggestions : [];
  if (first !== undefined) {
    const id = await vault.newId();
    const made = record('pattern', id, { begun, name: pattern, state: 'watched', account });
    must(await vault.save({ dossier: id, changes: [made] }), `${name} names a pattern`);
    const failed = await gatherInto(vault, id, first, why);
    if (failed !== null) throw new Error(`${name} gathers acts into a pattern: ${failed.code}`);
  }
  await syncAll(members.filter((member) => member.role !== 'viewer'));
}
