import { generateCases } from '/work/main/scripts/demo/generate.ts';
import { validateRecord } from '@dayaq/domain';
const members=[{account:'A',role:'coordinator',languages:['az'],work:'coordinates'},{account:'B',role:'caseworker',languages:['az'],work:'street'},{account:'C',role:'caseworker',languages:['ru'],work:'street'},{account:'D',role:'caseworker',languages:['en'],work:'law'}] as any;
const t=performance.now(); let n=0, acts=0, rounds=0;
for (const c of generateCases({seed:1,count:+(process.argv[2]??20),country:(process.argv[3]??'az') as any,languages:(process.argv[4]??'az,ru,en').split(',') as any,members})) {
  n++; acts+=c.acts.length; rounds=Math.max(rounds, c.acts.at(-1)!.round);
  if (n<=3) console.log(JSON.stringify(c,null,0).slice(0,3000));
  if (n<=50) { const f=c.acts[0].changes[0].fields as any; console.log(new Date(c.acts[0].at).toISOString(), c.acts.length, f.alias.set, '|', f.summary.set); }
}
console.log(n,acts,rounds,performance.now()-t);
