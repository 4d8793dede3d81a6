import { AUTOSCALER_GUIDE, autoscalers, NearNames, pools, scaledPool } from '../../../admission';
import { type Manifest, perGraph } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const autoscalerTargetMissing: Rule<Manifest> = {
  id: 'autoscaler-target-missing',
  title: 'The pool that an autoscaler names is there',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'An autoscaler to a pool that does not exist in its namespace scales nothing. Where a pool of nearly the same name is there, or one of the same name in another namespace, it was probably meant.',
  remediation: 'Use the name of the pool, and the same namespace.',
  references: [AUTOSCALER_GUIDE],
  mentions: ['scaleTargetRef'],
  subjects: autoscalers,
  evaluate,
};

const nearPools = perGraph(
  (graph) =>
    new NearNames(
      pools(graph),
      ({ metadata }) => metadata?.name ?? '',
      ({ metadata }) => metadata?.namespace,
    ),
);

function evaluate(autoscaler: Manifest, { graph }: RuleContext): Outcome {
  const { kind, name } = autoscaler.spec?.scaleTargetRef ?? {};
  if (kind !== 'VirtualMachinePool' || typeof name !== 'string') {
    return NOT_APPLICABLE;
  }
  if (scaledPool(autoscaler, graph) !== undefined) {
    return [];
  }
  const path = 'spec.scaleTargetRef.name';
  const own = autoscaler.metadata?.namespace;
  const near = nearPools(graph).find(own, name);
  if (near !== undefined) {
    const message = `there is no such pool among the manifests, but ${near.metadata?.name}; without the pool nothing is scaled`;
    const fix = setting(path, near.metadata?.name);
    return [{ manifest: autoscaler, path, value: name, message, remedy: `Did you mean ${near.metadata?.name}?`, fix }];
  }
  const namespaces = nearPools(graph)
    .called(name)
    .flatMap(({ metadata }) => metadata?.namespace ?? []);
  if (own === undefined || namespaces.length === 0) {
    return NOT_APPLICABLE;
  }
  const message = `among the manifests this pool is in the namespace ${namespaces[0]} only, and the autoscaler looks for it in ${own}`;
  return [{ manifest: autoscaler, path, value: name, message, remedy: `Put the autoscaler into the namespace ${namespaces[0]}.` }];
}
