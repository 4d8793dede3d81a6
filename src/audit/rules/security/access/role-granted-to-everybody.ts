import { RBAC_GOOD_PRACTICES, RBAC_SUBJECTS } from '../../../../admission';
import { EVERYBODY, POWERFUL_ROLES, RBAC_GROUP } from '../../../../facts';
import { changesMachines, isObject, letsIntoGuests, type Manifest, type ManifestGraph, objectsOf, roleRules } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const roleGrantedToEverybody: Rule<Manifest> = {
  id: 'role-granted-to-everybody',
  title: 'Power over VMs is given to somebody, not to everybody',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'system:authenticated is everybody with a valid login and every pod, system:serviceaccounts every pod, system:unauthenticated the whole network. Who makes VMs reads each Secret and each disk of the namespace, and who opens a console sits in front of the machine.',
  remediation: 'Bind the role to the groups and service accounts that need it.',
  references: [RBAC_GOOD_PRACTICES, RBAC_SUBJECTS],
  mentions: Object.keys(EVERYBODY),
  subjects: (graph) => ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => graph.ofKind(RBAC_GROUP, kind)),
  evaluate,
};

function evaluate(binding: Manifest, { graph }: RuleContext): Outcome {
  const power = powerOf(binding, graph);
  if (power === undefined) {
    return NOT_APPLICABLE;
  }
  const where =
    binding.kind === 'ClusterRoleBinding' ? 'in every namespace' : `in namespace ${binding.metadata?.namespace ?? '(not said)'}`;
  return objectsOf(binding.subjects).flatMap(({ kind, name }, index) =>
    (kind === 'Group' || kind === 'User') && typeof name === 'string' && Object.hasOwn(EVERYBODY, name)
      ? [
          {
            manifest: binding,
            path: `subjects[${index}].name`,
            value: name,
            message: `${EVERYBODY[name]} may ${power} ${where}`,
            remedy: 'Bind the role to the groups and service accounts that need it.',
          },
        ]
      : [],
  );
}

/** What the role of a binding lets somebody do to VMs; undefined: nothing, or nobody knows. */
function powerOf({ roleRef, metadata }: Manifest, graph: ManifestGraph): string | undefined {
  const { kind, name } = isObject(roleRef) ? roleRef : {};
  if (kind === 'ClusterRole' && Object.hasOwn(POWERFUL_ROLES, String(name))) {
    return POWERFUL_ROLES[String(name)];
  }
  const role = graph.find(RBAC_GROUP, String(kind), kind === 'Role' ? metadata?.namespace : undefined, String(name));
  const rules = role === undefined ? [] : roleRules(role);
  const powers = [
    ...(rules.some(changesMachines) ? ['make, change or delete VMs'] : []),
    ...(rules.some(letsIntoGuests) ? ['open the consoles, screens or ports of guests'] : []),
  ];
  return powers.length === 0 ? undefined : powers.join(' and ');
}
