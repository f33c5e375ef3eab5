/** `--laptop` of `breakpoints.css`, for the few who must ask it in a program. */
export const LAPTOP = '(width >= 64rem)';
/** `--tablet`, likewise. */
export const TABLET = '(width >= 45rem)';
