import { randomBytes } from 'node:crypto';
import type { Language } from '@dayaq/locale';
import type { LocalVault } from '@dayaq/vault';
import type { Change, Id, Outcome, Role } from '@dayaq/vault/client';
import { openNodeVault } from '@dayaq/vault/node';
import { join } from './account.ts';
import type { Device, Size } from './device.ts';
import { isReady } from './team.ts';
import type { World } from './world.ts';

/** The coordinator's vault without a browser, for journeys that need much written down before they begin. */
export class Office {
  readonly #world: World;
  readonly vault: LocalVault;

  private constructor(world: World, vault: LocalVault) {
    this.#world = world;
    this.vault = vault;
  }

  /** Founds an organisation. */
  static async open(world: World, organisation: string, country = 'az'): Promise<Office> {
    const vault = await openNodeVault(world.server.url);
    const office = new Office(world, vault);
    const passphrase = await vault.suggestPassphrase('en');
    const [, token = ''] = world.server.foundingLink.split('/begin#');
    must(await vault.begin({ token, passphrase, organisation, name: 'Sara', country, language: 'az' }));
    return office;
  }

  id(): Id {
    return randomBytes(16).toString('base64url');
  }

  /** Saves one entry and sends it. */
  async save(dossier: Id, changes: Change[]): Promise<void> {
    must(await this.vault.save({ dossier, changes }));
    await this.vault.syncNow();
  }

  /** A colleague with a browser comes in and is handed the key. */
  async colleague(size: Size, language: Language, name: string, role: Role = 'caseworker'): Promise<Device> {
    const invitation = must(await this.vault.invite({ role, keyholder: false, days: 1 }));
    const device = await this.#world.device(size, language);
    await join(device, invitation.link, name);
    // The key is handed over as soon as this device hears of the newcomer.
    for (let turn = 0; turn < 3; turn++) await this.vault.syncNow();
    await isReady(device);
    return device;
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.failure.code} ${outcome.failure.detail ?? ''}`);
}
