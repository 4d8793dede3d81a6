import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const TESTS = join(__dirname, '..');
const CONFIG: { testPathIgnorePatterns: string[] } = JSON.parse(readFileSync(join(TESTS, '../jest.config.json'), 'utf8'));
const SHARES = readdirSync(__dirname).filter((file) => file.endsWith('.suites.ts')).length;

/**
 * Describes one share of all suites within the suite that calls this. A suite that jest runs by itself loads the library anew, more
 * than a thousand files, which takes longer than most suites do: those of a share load it once.
 */
export function describeShare(share: number): void {
  for (const suite of suites().filter((_, index) => index % SHARES === share)) {
    describe(relative(TESTS, suite), () => {
      require(suite);
    });
  }
}

function suites(): string[] {
  const leftOut = CONFIG.testPathIgnorePatterns.map((pattern) => pattern.replace('<rootDir>', join(TESTS, '..')));
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .map((path) => join(TESTS, path))
    .filter((path) => path.endsWith('.test.ts') && !leftOut.some((pattern) => path.includes(pattern)))
    .sort();
}
