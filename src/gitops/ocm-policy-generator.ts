import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { OCM_DISABLE_TEMPLATES_ANNOTATION, OCM_POLICY_GROUP, OCM_POLICY_NAME_LENGTH } from '../facts';
import { yamlDocument } from '../synth';
import { type DeliveredObject, hasData, waveOfObject } from './delivered-object';
import type { OcmManifests } from './ocm-manifests';
import type { OcmPlacement } from './ocm-placement';
import { WAVE_NAMES } from './sync-waves';

/** Options of a PolicyGenerator of Open Cluster Management. */
export interface OcmPolicyGeneratorProps {
  /** What the policies make certain of. */
  readonly manifests: OcmManifests;

  /** Namespace of the policies on the hub. */
  readonly namespace: string;

  /**
   * Name of the generator, of its folder in that of the app, and what the names of the policies begin with.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * Which clusters the policies are for. It stands in their namespace.
   *
   * Sets `policyDefaults.placement.placementName`.
   */
  readonly placement: OcmPlacement;

  /**
   * Whether the policies change clusters, and do not only tell what is missing.
   *
   * Sets `policyDefaults.remediationAction`.
   *
   * @default true
   */
  readonly automated?: boolean;

  /**
   * Whether objects that the policies have made are deleted with them. Where some of a policy have data, all of its objects stay.
   *
   * Sets `pruneObjectBehavior` of the policies.
   *
   * @default false
   */
  readonly prune?: boolean;
}

const CONFIGURATION = 'policy-generator.yaml';

/**
 * A PolicyGenerator of Open Cluster Management: policies which make certain that VMs, and what they need, are on all clusters of a placement.
 *
 * It is a generator of Kustomize, and nothing that is applied. At the end of `app.synth()` a folder is written into that of the app, with
 * `kustomization.yaml`, `policy-generator.yaml` and a file of manifests for each policy; `kustomize build --enable-alpha-plugins` makes the
 * policies of it. There is a policy for each wave of a `SyncPolicy` that has objects, and each waits until the one before is met.
 *
 * A policy asks for what its manifests have, and leaves alone what stands beside it (`musthave`): what KubeVirt fills in is no violation, and
 * neither is an entry of a list that is no longer in the manifest. Nothing is ever deleted to be made anew. What looks like a template is text.
 *
 * @see https://github.com/open-cluster-management-io/policy-generator-plugin/blob/v1.9.1/docs/policygenerator-reference.yaml
 */
export class OcmPolicyGenerator extends Construct {
  /** Name of the generator and of its folder. */
  public readonly name: string;

  /**
   * @param scope construct that it belongs to, in the app of the hub
   * @param id id of the construct
   * @param props options
   * @throws when its name is none that an object can have (`object-name-invalid`), or is too long with that of its namespace
   * (`policy-name-too-long`), there is nothing in it (`policies-empty`), or the placement is in another namespace (`placement-elsewhere`)
   */
  public constructor(scope: Construct, id: string, props: OcmPolicyGeneratorProps) {
    checkConstruction('OcmPolicyGenerator', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    const namespace = args.objectName('namespace', props.namespace);
    this.name = args.objectName('name', props.name ?? id);
    const steps = stepsOf(props.manifests._objects).map(([name, objects]) => [`${this.name}-${name}`, objects] as const);
    if (steps.length === 0) {
      args.refuse('policies-empty', 'manifests', '[]', 'a policy is made of manifests', 'Pass manifests that hold objects.');
    }
    const longest = steps.map(([name]) => `${namespace}.${name}`).reduce((one, other) => (one.length < other.length ? other : one));
    if (longest.length > OCM_POLICY_NAME_LENGTH) {
      const rule = `the namespace and the name of a policy have at most ${OCM_POLICY_NAME_LENGTH} characters`;
      args.refuse('policy-name-too-long', 'name', JSON.stringify(longest), rule, 'Choose a shorter one.');
    }
    if (props.placement.metadata.namespace !== namespace) {
      const value = props.placement.metadata.namespace ?? 'without a namespace';
      args.refuse('placement-elsewhere', 'placement', value, `it is looked for in ${namespace}`, 'Put both into one namespace.');
    }
    const generator = generatorOf(this.name, namespace, steps, props);
    ManifestCheck._afterSynth(this, () => {
      write(join(App.of(this).outdir, this.name), generator, steps);
    });
  }
}

type Step = readonly [name: string, objects: readonly DeliveredObject[]];

function stepsOf(objects: readonly DeliveredObject[]): Step[] {
  return WAVE_NAMES.map(([wave, name]) => [name, objects.filter((object) => waveOfObject(object) === wave)] as const).filter(
    ([, found]) => found.length > 0,
  );
}

function generatorOf(
  name: string,
  namespace: string,
  steps: readonly Step[],
  { automated, prune, placement }: OcmPolicyGeneratorProps,
): object {
  return {
    apiVersion: `${OCM_POLICY_GROUP}/v1`,
    kind: 'PolicyGenerator',
    metadata: { name },
    placementBindingDefaults: { name },
    policyDefaults: {
      namespace,
      placement: { placementName: placement.name },
      remediationAction: automated === false ? 'inform' : 'enforce',
      complianceType: 'musthave',
      pruneObjectBehavior: 'None',
      recreateOption: 'None',
      orderPolicies: steps.length > 1,
      configurationPolicyAnnotations: { [OCM_DISABLE_TEMPLATES_ANNOTATION]: 'true' },
    },
    policies: steps.map(([policy, objects]) => ({
      name: policy,
      ...(prune === true && !objects.some(hasData) ? { pruneObjectBehavior: 'DeleteIfCreated' } : {}),
      manifests: [{ path: `${policy}.yaml` }],
    })),
  };
}

function write(folder: string, generator: object, steps: readonly Step[]): void {
  for (const [, step] of WAVE_NAMES) {
    rmSync(join(folder, `${basename(folder)}-${step}.yaml`), { force: true });
  }
  mkdirSync(folder, { recursive: true });
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', generators: [CONFIGURATION] };
  writeFileSync(join(folder, 'kustomization.yaml'), yamlDocument(kustomization));
  writeFileSync(join(folder, CONFIGURATION), yamlDocument(generator));
  for (const [policy, objects] of steps) {
    writeFileSync(join(folder, `${policy}.yaml`), objects.map(yamlDocument).join('---\n'));
  }
}
