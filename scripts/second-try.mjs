/** Names the tests that failed at first and passed when they were run once more: a pass that owes something to luck. */
export default class SecondTry {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky === true) this.#names.push(test.fullName);
  }

  onTestRunEnd() {
    for (const name of this.#names) process.stdout.write(`Passed on the second try: ${name}\n`);
  }
}
