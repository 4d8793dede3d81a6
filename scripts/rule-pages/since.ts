import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REGISTER = join(__dirname, 'since.json');
/** What package.json has between two releases. */
const NO_RELEASE = '0.0.0';

/** Codes of rules, and the release of the package that was the first to have them. */
export type Register = Readonly<Record<string, string>>;

/** What stands in the register for a rule that no release has. */
export const UNRELEASED = 'unreleased';

export function readRegister(): Register {
  return JSON.parse(readFileSync(REGISTER, 'utf8'));
}

/**
 * The register with the rules that there are. New ones are unreleased until package.json names a release. What a release had keeps
 * its place when its rule is gone, so that no rule of another meaning gets the code.
 */
export function brought(register: Register, codes: readonly string[], version: string): Register {
  const release = version === NO_RELEASE ? UNRELEASED : version;
  const since = (code: string) => (register[code] === undefined || register[code] === UNRELEASED ? release : register[code]);
  const gone = Object.keys(register).filter((code) => !codes.includes(code) && register[code] !== UNRELEASED);
  return Object.fromEntries([...codes, ...gone].sort().map((code) => [code, since(code)]));
}

/** Brings the register up to date. */
export function updateRegister(codes: readonly string[]): Register {
  const { version } = JSON.parse(readFileSync(resolve(__dirname, '../../package.json'), 'utf8'));
  const register = brought(readRegister(), codes, version);
  writeFileSync(REGISTER, `${JSON.stringify(register, null, 2)}\n`);
  return register;
}
