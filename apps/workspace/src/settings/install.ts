import { signal } from '@preact/signals';

/** The part of the browser's own install offer that is used; not every browser makes one. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** There while the browser offers to install the program. */
export const installOffer = signal<InstallOffer | null>(null);

export function startInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // Its own banner would name the program at a moment nobody chose.
    event.preventDefault();
    installOffer.value = event as InstallOffer;
  });
  addEventListener('appinstalled', () => {
    installOffer.value = null;
  });
}

export function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}

export async function install(): Promise<void> {
  await installOffer.value?.prompt();
  installOffer.value = null;
}
