/** What a file says besides what one sees or hears in it. */
export type Tell = 'place' | 'device' | 'author' | 'time';
export const TELLS: readonly Tell[] = ['place', 'device', 'author', 'time'];
