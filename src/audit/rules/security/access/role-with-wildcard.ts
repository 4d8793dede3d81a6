import { RBAC_GOOD_PRACTICES, RBAC_WILDCARDS } from '../../../../admission';
import { KUBEVIRT_GROUP, OPERATOR_LABELS, OPERATOR_ROLE, SUBRESOURCES_GROUP } from '../../../../facts';
import { changesMachines, isObject, letsIntoGuests, type Manifest, type RoleRule, roleRules, roles, WILDCARD } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const roleWithWildcard: Rule<Manifest> = {
  id: 'role-with-wildcard',
  title: 'Roles name what they allow on VMs',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A wildcard allows what KubeVirt has and what it gets: with all verbs somebody who is to start VMs deletes them. And the consoles, the screens and the ports of guests are resources too, that are opened with the verb get: who may only look at everything types into every guest. Nothing is said of the roles of the operators of KubeVirt and CDI.',
  remediation: 'List the verbs and the resources, or bind kubevirt.io:view, kubevirt.io:edit or kubevirt.io:admin.',
  references: [RBAC_GOOD_PRACTICES, RBAC_WILDCARDS],
  mentions: [WILDCARD],
  subjects: roles,
  evaluate,
};

const GROUPS: readonly string[] = [KUBEVIRT_GROUP, SUBRESOURCES_GROUP, WILDCARD];

function evaluate(role: Manifest): Outcome {
  const rules = roleRules(role).filter(({ groups }) => groups.some((group) => GROUPS.includes(group)));
  if (rules.length === 0 || isOfOperator(role)) {
    return NOT_APPLICABLE;
  }
  return rules.filter(({ isNamed }) => !isNamed).flatMap((rule) => violationsOf(rule, role));
}

function isOfOperator({ metadata }: Manifest): boolean {
  const labels = isObject(metadata?.labels) ? metadata.labels : {};
  return metadata?.name === OPERATOR_ROLE || OPERATOR_LABELS.some((label) => label in labels);
}

function violationsOf(rule: RoleRule, manifest: Manifest): Violation[] {
  const powers = powersOf(rule);
  if (rule.verbs.includes(WILDCARD) && powers.length > 0) {
    return [
      {
        manifest,
        path: `${rule.path}.verbs`,
        value: rule.fields.verbs,
        message: `every verb is allowed, and with it ${powers.join(', ')} and whatever later releases add`,
        remedy: 'List the verbs that are needed, or bind kubevirt.io:edit or kubevirt.io:admin.',
      },
    ];
  }
  return rule.resources.includes(WILDCARD) && letsIntoGuests(rule)
    ? [
        {
          manifest,
          path: `${rule.path}.resources`,
          value: rule.fields.resources,
          message:
            'all resources include the consoles, the screens and the ports of every guest, which are opened with the verb get: who may look at VMs types into them',
          remedy: `List the resources, and keep ${SUBRESOURCES_GROUP} to those that are needed; kubevirt.io:view has what a reader needs.`,
        },
      ]
    : [];
}

/** What all verbs allow; empty: nothing on VMs, such as a subresource that has one verb only. */
function powersOf(rule: RoleRule): string[] {
  const powers = [
    ...(changesMachines(rule) ? ['making, changing and deleting VMs'] : []),
    ...(letsIntoGuests(rule) ? ['the consoles, screens and ports of guests'] : []),
  ];
  return powers.length === 0 && rule.groups.includes(KUBEVIRT_GROUP) ? [`changing and deleting ${rule.resources.join(', ')}`] : powers;
}
