import { stepChange, stepsOfAdding } from '@dayaq/acts/file/custody-steps';
import { dayOf } from '@dayaq/locale';
import { must, type SeedingMember, syncAll } from './circle.ts';
import { record } from './record.ts';
import type { SideAct } from './side-act.ts';

/** Writes what stands beside the course of cases round by round, as those did who had the case open. */
export async function writeSideActs(
  acts: readonly SideAct[],
  members: readonly SeedingMember[],
): Promise<void> {
  const rounds = 1 + Math.max(0, ...acts.map(({ round }) => round));
  const writers = members.filter((member) => member.role !== 'viewer');
  for (let round = 0; round < rounds; round++) {
    for (const member of writers) {
      const own = acts
        .filter((act) => act.round === round && act.author === member.account)
        .sort((a, b) => a.at - b.at);
      for (const act of own) await write(act, member);
    }
    await syncAll(writers);
  }
}

async function write(act: SideAct, member: SeedingMember): Promise<void> {
  const { dossier, at, changes, receiptOf, restrictedTo } = act;
  const { vault, clock, name } = member;
  clock.set(at);
  const all = [...changes];
  const file = changes.find((change) => change.record === receiptOf)?.fields['receipt'];
  if (file !== undefined && 'set' in file && typeof file.set === 'string') {
    const sealed = must(
      await vault.addFile({
        dossier,
        name: 'receipt.txt',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode('An invented receipt of the demo world.\n'),
      }),
      `${name} keeps a receipt`,
    );
    all.push(record('file', file.set, { role: 'receipt', file: { ...sealed }, sha256: sealed.sha256 }));
    const writer = { me: member.account, today: dayOf(at) };
    const receipt = { from: '', how: 'in-person', sha256: sealed.sha256 };
    for (const step of stepsOfAdding({ file: { ...sealed } }, receipt, writer))
      all.push(stepChange(await vault.newId(), file.set, step));
  }
  const request = { dossier, changes: all, ...(restrictedTo === undefined ? {} : { restrictedTo }) };
  must(await vault.save(request), `${name} writes beside a case`);
}
