/** Something that the operator can act on; its message is a whole sentence and is printed as it is. */
export class Problem extends Error {}
