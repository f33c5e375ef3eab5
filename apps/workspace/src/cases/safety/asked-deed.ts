import type { Id } from '@dayaq/vault/client';

/** Of whom somebody, on another page, wanted to say what protected them: the case, until its form was opened. */
let asked: Id | null = null;

export function askForDeed(dossier: Id): void {
  asked = dossier;
}

/** Whether the form of this case was asked for; asked once. */
export function takeAskedDeed(dossier: Id): boolean {
  const isIt = asked === dossier;
  if (isIt) asked = null;
  return isIt;
}
