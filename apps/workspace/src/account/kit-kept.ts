/** Name of the preference that says: the words of the kit are written down. Kept sealed on the device. */
export const KIT_KEPT = 'kitKept';
