import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateRules } from '../../src/audit';
import { MIGRATION_RULES } from '../../src/audit/rules/migration';
import { type Manifest, ManifestGraph } from '../../src/graph';

const GARBAGE: unknown[] = [null, 0, 'text', [], [null, 0, 'text', []], {}, { app: {} }];

function codes(manifests: unknown[]): string[] {
  const context = { graph: new ManifestGraph(manifests as Manifest[]), cluster: ClusterProfile.kubevirt('1.8') };
  return evaluateRules(MIGRATION_RULES, context).map(({ rule }) => rule.id);
}

const policy = (spec: unknown) => ({ apiVersion: 'migrations.kubevirt.io/v1alpha1', kind: 'MigrationPolicy', metadata: {}, spec });
const vm = (spec: unknown) => ({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'x' }, spec });
const migration = (spec: unknown) => ({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstanceMigration', spec });

test.each(GARBAGE)('no rule throws on %j in place of an object, a list or a text', (garbage) => {
  const fields = ['allowPostCopy', 'bandwidthPerMigration', 'completionTimeoutPerGiB', 'selectors'];
  const manifests = [
    policy(garbage),
    ...fields.map((field) => policy({ [field]: garbage })),
    policy({ selectors: { virtualMachineInstanceSelector: garbage } }),
    policy({ selectors: { namespaceSelector: garbage } }),
    policy({ selectors: { virtualMachineInstanceSelector: { app: garbage }, namespaceSelector: { team: garbage } } }),
    vm({ template: { metadata: { labels: garbage }, spec: { domain: { devices: {} } } } }),
    { apiVersion: 'kubevirt.io/v1', kind: 'KubeVirt', spec: { configuration: { migrations: garbage } } },
    migration(garbage),
    migration({ vmiName: garbage }),
  ];
  for (const other of [vm(garbage), vm({ template: garbage })]) {
    expect(codes([...manifests, migration({ vmiName: 'x' }), other])).not.toContain('rule-failed');
  }
});
