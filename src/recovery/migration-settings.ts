import { instancetypeOf, judgedGuestMemory, kubevirtConfiguration, PolicyIndex } from '../admission';
import type { ClusterProfile } from '../cluster';
import { HYPER_CONVERGED_GROUP, KUBEVIRT_GROUP, MIGRATION_LIMITS, PRESUMED_MIGRATION, quantityValue } from '../facts';
import { isObject, type Manifest, type ManifestGraph, perGraph, type VirtualMachineView } from '../graph';
import { field } from './origins';
import type { RecoveryAssumption } from './reasons';
import type { Origin } from './recovery';

/** What decides how a VM migrates. */
export interface MigrationSettings {
  readonly perCluster: number;
  readonly perNode: number;
  readonly limits: Origin;
  /** Bytes a second. */
  readonly bandwidth: number;
  /** Seconds for each GiB after which a migration has lasted too long. */
  readonly completionTimeoutPerGiB: number;
  readonly completion: Origin;
  readonly allowsPostCopy: boolean;
  readonly allowsDisruption: boolean;
  readonly assumptions: readonly RecoveryAssumption[];
}

const policies = perGraph((graph) => new PolicyIndex(graph));

/** A policy of the VM decides before the cluster. */
export function migrationSettings(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): MigrationSettings {
  const { values, manifest, path } = clusterSettings(graph);
  const policy = chosenPolicy(vm, graph);
  const ofPolicy: Record<string, any> = isObject(policy?.spec) ? policy.spec : {};
  const preset = hyperConverged(graph) === undefined || !cluster.atLeast('1.9') ? MIGRATION_LIMITS : MIGRATION_LIMITS.hyperConverged19;
  const number = (name: string, fallback: number) => [ofPolicy[name], values[name]].find((value) => typeof value === 'number') ?? fallback;
  const bandwidth = quantityValue(ofPolicy.bandwidthPerMigration ?? values.bandwidthPerMigration) ?? 0;
  const allowsPostCopy = (ofPolicy.allowPostCopy ?? values.allowPostCopy) === true;
  const completionTimeoutPerGiB = number('completionTimeoutPerGiB', preset.completionTimeoutPerGiB);
  const decider = ofPolicy.completionTimeoutPerGiB === undefined ? { manifest, path } : { manifest: policy, path: 'spec' };
  return {
    perCluster: number('parallelMigrationsPerCluster', MIGRATION_LIMITS.perCluster),
    perNode: number('parallelOutboundMigrationsPerNode', preset.perNode),
    limits: origin(manifest, `${path}.parallelOutboundMigrationsPerNode`, values.parallelOutboundMigrationsPerNode, preset.perNode),
    bandwidth: Math.min(bandwidth > 0 ? bandwidth : Infinity, PRESUMED_MIGRATION.bandwidth),
    completionTimeoutPerGiB,
    completion: origin(
      decider.manifest,
      `${decider.path}.completionTimeoutPerGiB`,
      ofPolicy.completionTimeoutPerGiB ?? values.completionTimeoutPerGiB,
      completionTimeoutPerGiB,
    ),
    allowsPostCopy,
    allowsDisruption: (ofPolicy.allowWorkloadDisruption ?? values.allowWorkloadDisruption ?? allowsPostCopy) === true,
    assumptions: [
      {
        id: 'migration-network',
        what: 'A migration moves 1.25 GB a second, or what the settings allow, and the guest writes 100 MB a second to its memory',
      },
    ],
  };
}

function origin(manifest: Manifest | undefined, path: string, value: unknown, preset: number): Origin {
  const known = manifest ?? { apiVersion: `${KUBEVIRT_GROUP}/v1`, kind: 'KubeVirt' };
  const { manifest: _, ...said } = field(known, path, value, String(preset));
  return manifest === undefined ? said : { ...said, manifest };
}

function hyperConverged(graph: ManifestGraph): Manifest | undefined {
  return graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged')[0];
}

/** The HyperConverged object decides before the KubeVirt object, which its operator writes. */
function clusterSettings(graph: ManifestGraph): { values: Record<string, any>; manifest?: Manifest; path: string } {
  const decider = hyperConverged(graph);
  const paths = ['liveMigrationConfig', 'virtualization.liveMigrationConfig'];
  for (const path of paths) {
    const values = path.split('.').reduce<any>((value, key) => value?.[key], decider?.spec);
    if (isObject(values)) {
      return { values, manifest: decider, path: `spec.${path}` };
    }
  }
  const migrations: unknown = kubevirtConfiguration(graph)?.migrations;
  const [kubevirt] = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt');
  return { values: isObject(migrations) ? migrations : {}, manifest: decider ?? kubevirt, path: 'spec.configuration.migrations' };
}

/** Of several policies the one with the most labels of VMs, then of namespaces, then the first by name. */
function chosenPolicy(vm: VirtualMachineView, graph: ManifestGraph): Manifest | undefined {
  const labels = ({ spec }: Manifest, name: string) => Object.keys(spec?.selectors?.[name] ?? {}).length;
  return [...policies(graph).fitting(vm)].sort(
    (one, other) =>
      labels(other, 'virtualMachineInstanceSelector') - labels(one, 'virtualMachineInstanceSelector') ||
      labels(other, 'namespaceSelector') - labels(one, 'namespaceSelector') ||
      String(one.metadata?.name).localeCompare(String(other.metadata?.name)),
  )[0];
}

const PRESUMED_MEMORY = 4 * 1024 ** 3;

/** The memory that a migration copies, in bytes. */
export function memoryOf(vm: VirtualMachineView, graph: ManifestGraph): { bytes: number; assumptions: readonly RecoveryAssumption[] } {
  const bytes = quantityValue(judgedGuestMemory(vm) ?? instancetypeOf(vm, graph)?.memory?.guest);
  const assumption = {
    id: 'memory',
    what: 'The guest has 4 GiB of memory: its instance type is not known',
    say: 'the instance type, in the profile',
  };
  return bytes === undefined ? { bytes: PRESUMED_MEMORY, assumptions: [assumption] } : { bytes, assumptions: [] };
}
