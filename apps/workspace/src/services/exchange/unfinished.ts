/** Name of this device's note that an import was begun and not ended. It holds how far it came. */
export const UNFINISHED = 'services.import';
