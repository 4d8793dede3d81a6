import { Stage } from '../admission/stage';
import type { RuleDescription } from './rule';
import { Severity } from './severity';

const CHECKS = 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/checks.md';

const YAML_READERS = [
  'https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/yaml.go',
  'https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go',
  'https://github.com/yaml/pyyaml/blob/6.0.3/lib/yaml/scanner.py',
  'https://github.com/eemeli/yaml/blob/v2.9.1/src/stringify/stringifyString.ts',
];

/** A rule could not judge. */
export const RULE_FAILED: RuleDescription = {
  id: 'rule-failed',
  title: 'Rules can judge every manifest',
  severity: Severity.ERROR,
  category: 'check',
  rationale: 'A rule that breaks off must not pass for a rule that holds: nobody knows what it would have found.',
  remediation: 'Report it together with the manifest, and accept the finding until it is mended.',
  references: [CHECKS],
};

/** A line of the annotation that accepts nothing. */
export const ACKNOWLEDGEMENT_INVALID: RuleDescription = {
  id: 'acknowledgement-invalid',
  title: 'What accepts a finding names a rule and a reason',
  severity: Severity.WARNING,
  category: 'check',
  rationale: 'A finding that is accepted without a reason is one that nobody dares to touch a year later. The line accepts nothing.',
  remediation: 'Write a line such as "live-migrate-blocked until 2027-01-31: moves to shared storage by then".',
  references: [CHECKS],
};

/** An acknowledgement whose day is over. */
export const ACKNOWLEDGEMENT_EXPIRED: RuleDescription = {
  id: 'acknowledgement-expired',
  title: 'What is accepted until a day is mended by that day',
  severity: Severity.WARNING,
  category: 'check',
  rationale: 'The finding was to be gone by now. It counts again.',
  remediation: 'Mend what it is about, or accept it until another day.',
  references: [CHECKS],
};

/** An acknowledgement of nothing. */
export const ACKNOWLEDGEMENT_UNUSED: RuleDescription = {
  id: 'acknowledgement-unused',
  title: 'What is accepted is there to be accepted',
  severity: Severity.WARNING,
  category: 'check',
  rationale: 'The rule finds nothing in the object any more. If the fault comes back, it would be accepted without a word.',
  remediation: 'Remove the line.',
  references: [CHECKS],
};

/** An object that does not become a manifest. */
export const MANIFEST_NOT_RENDERED: RuleDescription = {
  id: 'manifest-not-rendered',
  title: 'Every object of an app becomes a manifest',
  severity: Severity.ERROR,
  category: 'check',
  rationale: 'A JSON patch with a wrong path, or a value that cannot be written, leaves nothing to judge and nothing to apply.',
  remediation: 'Correct the patch or the value.',
  references: [CHECKS],
};

/** A JSON patch that its object drops. */
export const PATCH_LOST: RuleDescription = {
  id: 'patch-lost',
  title: 'What a JSON patch sets is in the manifest',
  severity: Severity.ERROR,
  category: 'check',
  rationale:
    'Classes that cdk8s import has made, those of cdk8s-plus too, write only the fields that they know, and drop others after the patches.',
  remediation: 'Set it through an option, or write the object as an ApiObject, which keeps every field.',
  references: [CHECKS],
};

/** A field that cdk8s drops because of its name. */
export const KEY_LOST: RuleDescription = {
  id: 'key-lost',
  title: 'What an object is given is in the manifest',
  severity: Severity.ERROR,
  category: 'check',
  rationale: 'JavaScript has a meaning of its own for the name "__proto__": cdk8s drops what stands under it without a word.',
  remediation: 'Give it another name, or add the object around it as a whole with a JSON patch.',
  references: [CHECKS],
};

/** A text that kubectl refuses as cdk8s writes it, where it is cdk8s that writes. */
export const TEXT_REFUSED: RuleDescription = {
  id: 'text-refused-in-yaml',
  title: 'kubectl reads each text as it was meant',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'check',
  rationale:
    'cdk8s writes YAML that the package "yaml" reads back. Go\'s reader, which kubectl, Argo CD and Flux have, refuses some of it with the whole file, and takes some texts for numbers, which the API server refuses.',
  remediation: 'Write the text in another way, or leave out the characters that are named.',
  references: YAML_READERS,
};

/** A text that some reader takes for something else. */
export const TEXT_MISREAD: RuleDescription = {
  id: 'text-misread-in-yaml',
  title: 'All readers of YAML read a text alike',
  severity: Severity.WARNING,
  category: 'check',
  rationale:
    'kubectl gets something else than was meant, without a word, or a program that reads the manifests with PyYAML cannot read them.',
  remediation: 'Write the text in another way, or leave out the characters that are named.',
  references: YAML_READERS,
};

/** A value that is not yet what will be applied. */
export const PLACEHOLDER_NOT_FILLED_IN: RuleDescription = {
  id: 'placeholder-not-filled-in',
  title: 'Placeholders are filled in before manifests are judged',
  severity: Severity.INFO,
  category: 'check',
  rationale: `A value such as "$\{DOMAIN}" becomes another one before it is applied, by envsubst, Flux, clusterctl or Helm, and nobody knows whether that is right. Applied as it stands, it is refused, or means nothing.`,
  remediation:
    'Audit what the tool makes of it: flux build kustomization, helm template, or envsubst, each followed by | npx cdk8s-kubevirt audit -.',
  references: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution', CHECKS],
};

/** An argument that is wrong on the cluster of the app; its findings have codes of their own. */
export const ARGUMENT_REFUSED: RuleDescription = {
  id: 'argument-refused',
  title: 'Arguments are right on the cluster of the app',
  severity: Severity.ERROR,
  category: 'check',
  rationale: 'Some arguments are right on one cluster and wrong on another, which only its profile tells.',
  remediation: 'Do as the text says, or correct the ClusterProfile.',
  references: [CHECKS],
};

/** What the check itself finds, beside the rules over manifests. */
export const CHECK_RULES: readonly RuleDescription[] = [
  TEXT_REFUSED,
  TEXT_MISREAD,
  RULE_FAILED,
  MANIFEST_NOT_RENDERED,
  PATCH_LOST,
  KEY_LOST,
  ACKNOWLEDGEMENT_INVALID,
  ACKNOWLEDGEMENT_EXPIRED,
  ACKNOWLEDGEMENT_UNUSED,
  PLACEHOLDER_NOT_FILLED_IN,
];
