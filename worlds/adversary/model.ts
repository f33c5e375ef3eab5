import type { Change } from '@dayaq/journal';

/** A word that somebody honest wrote. */
export interface Mark {
  text: string;
  by: string;
  dossier: string;
  step: number;
}

/** A word that the insider signed to be slipped in. */
export interface Forged {
  text: string;
  dossier: string;
  step: number;
}

const isMark = (value: unknown): value is string =>
  typeof value === 'string' && /^(mark|forged)-\d+$/.test(value);

/** The marks among what an entry says. */
export function marksIn(changes: readonly Change[]): string[] {
  return changes.flatMap(({ fields }) =>
    Object.values(fields).flatMap((op) => ('set' in op && isMark(op.set) ? [op.set] : [])),
  );
}

/**
 * What the game knows without asking the program under test: who wrote what, what each device did itself or was seen to
 * show. A device that was told of a removal or a closing knows it from then on, whatever the server says later. What it was
 * never told, because the server withheld it, it cannot know.
 */
export class Model {
  readonly marks: Mark[] = [];
  readonly forged: Forged[] = [];
  /** Devices that know that the insider was removed, and the step at which they came to know. */
  readonly knowsRemoval = new Map<string, number>();
  /** Steps at which somebody honest signed the removal. */
  readonly removals: number[] = [];
  /**
   * The server was put back to before the removal: only devices that know of it can bring it again. Somebody else who signs
   * one now, or the loss of such a device, is another story than a lie (`restored-server-is-taught.md`), and not played.
   */
  removalLost = false;
  /** By dossier, the devices that know that it is closed to the insider, and since which step. */
  readonly #knowsClosed = new Map<string, Map<string, number>>();
  /** Dossiers that never were anybody's but their named readers', with all who were ever named. */
  readonly bornClosed = new Map<string, Set<string>>();

  knowsClosed(device: string, dossier: string, step: number): void {
    const known = this.#knowsClosed.get(dossier) ?? new Map<string, number>();
    this.#knowsClosed.set(dossier, known);
    if (!known.has(device)) known.set(device, step);
  }

  knewOfRemoval(device: string, step: number): void {
    if (!this.knowsRemoval.has(device)) this.knowsRemoval.set(device, step);
  }

  /** Whether this device holds the removal that the server has lost. */
  holdsLostRemoval(device: string): boolean {
    return this.removalLost && this.knowsRemoval.has(device);
  }

  name(dossier: string, devices: readonly string[]): void {
    for (const device of devices) this.bornClosed.get(dossier)?.add(device);
  }

  /** Whether what this device sends now into a dossier must stay closed to the insider. */
  bars(device: string, dossier: string | null): boolean {
    if (this.knowsRemoval.has(device)) return true;
    if (dossier === null) return false;
    return this.bornClosed.has(dossier) || (this.#knowsClosed.get(dossier)?.has(device) ?? false);
  }

  /** Whether an honest device may show a word of a dossier. */
  mayRead(device: string, dossier: string): boolean {
    return this.bornClosed.get(dossier)?.has(device) ?? true;
  }

  /** Whether a device must not show a word that the insider signed then. */
  mustRefuse(device: string, { dossier, step }: Forged): boolean {
    if (this.bornClosed.has(dossier)) return true;
    const closed = this.#knowsClosed.get(dossier)?.get(device);
    if (closed !== undefined && closed < step) return true;
    const removed = this.knowsRemoval.get(device);
    return removed !== undefined && (removed < step || Math.max(...this.removals) < step);
  }
}
