/** Seconds of a clock that nobody sets. */
export function now(): number {
  return performance.now() / 1000;
}

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, seconds) * 1000));
}

const POLL = 0.02;

/** Asks until there is an answer, and fails when there is none within some seconds. */
export async function eventually<T>(what: string, within: number, ask: () => T | undefined): Promise<T> {
  const deadline = now() + within;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) {
      return answer;
    }
    if (now() > deadline) {
      throw new Error(`not within ${within} s: ${what}`);
    }
    await pause(POLL);
  }
}
