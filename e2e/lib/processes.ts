import { execFileSync } from 'node:child_process';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Every process of this machine that can be seen. */
function processes(): Process[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,command='], { maxBuffer: 64 * 1024 * 1024 })
    .toString()
    .split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The browser process that holds a profile folder; the folder's name is this test's own, so nobody else's is found. */
export function browserOf(profile: string): number {
  const found = processes().filter(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes(' --type='),
  );
  const [browser] = found;
  if (browser === undefined || found.length > 1) throw new Error(`${found.length} browsers use ${profile}`);
  return browser.pid;
}

/** A process and all that it started. */
export function family(pid: number): number[] {
  const all = processes();
  const members = [pid];
  for (const member of members) {
    for (const { pid: child, parent } of all) if (parent === member) members.push(child);
  }
  return members;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
