/**
 * How many of a row of things come before the first that is not so: none behind it is.
 * @param is asked about a place, from 0; at most as often as `total` can be halved
 */
export async function countWhile(total: number, is: (at: number) => Promise<boolean>): Promise<number> {
  let [from, to] = [0, total];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await is(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
