import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asRule, BrokenRule, customRuleFaults, type ICustomRule, RuleBook } from '../audit';
import { type Fixture, fixtureOf, foundIn, isJudged, unmended } from '../audit/fixture';
import type { Rule } from '../audit/rule';
import { yamlPackage } from '../cluster/cdk8s-internals';

/**
 * Tests of a rule of your own: manifests in which it finds nothing, and manifests in which it finds what their comments say. The rules of
 * this library are tested like that too.
 *
 * @see https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/custom-rules.md
 */
export class RuleFixtures {
  /**
   * Runs a rule over the manifests in `passing/*.yaml` and `failing/*.yaml` of a folder.
   *
   * A failing file has a line `# finding: VirtualMachine shop/web: metadata.labels is …` for each finding, with its whole text. A line
   * `# cluster: openshift 4.20 bare-metal-ipi 6` says for which cluster a file is judged; without it, for KubeVirt 1.8.
   *
   * @param rule the rule
   * @param folder path of the folder
   * @returns what is not as it should be, a text each: findings that are missing or that no comment has, a passing file with nothing to
   * judge, a mend that does not mend, files that are not there. None: the rule does what its fixtures say
   */
  public static faults(rule: ICustomRule, folder: string): string[] {
    const wrong = customRuleFaults(rule, RuleBook.OWN);
    return wrong.length > 0
      ? [...wrong]
      : [...verdictFaults(asRule(rule), folder, 'passing'), ...verdictFaults(asRule(rule), folder, 'failing')];
  }

  private constructor() {}
}

function verdictFaults(rule: Rule, folder: string, verdict: 'passing' | 'failing'): string[] {
  const path = join(folder, verdict);
  const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.yaml')) : [];
  if (files.length === 0) {
    return [`${path}: there are no manifests here. Write at least one file, such as ${verdict}/vm.yaml.`];
  }
  return files.sort().flatMap((file) => fileFaults(rule, join(path, file), verdict).map((fault) => `${join(path, file)}: ${fault}`));
}

function fileFaults(rule: Rule, path: string, verdict: 'passing' | 'failing'): string[] {
  const text = readFileSync(path, 'utf8');
  const documents = yamlPackage().parseAllDocuments(text);
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error !== undefined) {
    return [`this is no YAML: ${error.message.split('\n')[0]}`];
  }
  const fixture = fixtureOf(
    path,
    text,
    documents.map((document) => document.toJS()),
  );
  try {
    return [...shapeFaults(rule, fixture, verdict), ...differences(rule, fixture), ...mendFaults(rule, fixture)];
  } catch (error) {
    if (error instanceof BrokenRule) {
      return [error.message];
    }
    throw error;
  }
}

function shapeFaults(rule: Rule, fixture: Fixture, verdict: 'passing' | 'failing'): string[] {
  if (!isJudged(rule, fixture)) {
    return ['the rule judges nothing in it. Write an object of one of its kinds.'];
  }
  const isPassing = verdict === 'passing';
  return isPassing === (fixture.expected.length === 0)
    ? []
    : [isPassing ? 'it says what is found, and is to pass. Remove the line, or move the file.' : 'it has no line "# finding: …".'];
}

function differences(rule: Rule, fixture: Fixture): string[] {
  const found = foundIn(rule, fixture);
  const { expected } = fixture;
  return [
    ...found.filter((text) => !expected.includes(text)).map((text) => `found, and not said: # finding: ${text}`),
    ...expected.filter((text) => !found.includes(text)).map((text) => `said, and not found: # finding: ${text}`),
  ];
}

function mendFaults(rule: Rule, fixture: Fixture): string[] {
  return unmended(rule, fixture).map((path) => `the fix of ${path === '' ? 'the object' : path} does not mend it.`);
}
