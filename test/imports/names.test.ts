import { readdirSync } from 'node:fs';
import { IMPORTS_DIR, importsFile, KUBERNETES_TABLE } from './crds';
import { parseStructs, type StructFields } from './structs';

/** Upstream has several types of one shape here. */
const SAME_SHAPE_UPSTREAM = [
  ['CloudInitConfigDriveSource', 'CloudInitNoCloudSource'],
  ['ComputeResourceRequirements', 'VolumeResourceRequirements'],
  ['HPETTimer', 'PITTimer'],
  ['HTTPHeaderMatch', 'HTTPQueryParamMatch'],
  ['HypervTimer', 'KVMTimer'],
  ['HypervisorConfiguration', 'LocalObjectReference'],
  ['InstancetypeMatcher', 'PreferenceMatcher'],
  ['KubeVirtualMachineClusterInstancetypeProps', 'KubeVirtualMachineInstancetypeProps'],
  ['KubeVirtualMachineClusterPreferenceProps', 'KubeVirtualMachinePreferenceProps'],
  ['LabelSelectorRequirement', 'NodeSelectorRequirement'],
  ['Machine', 'VideoDevice'],
  ['MemoryDumpVolumeSource', 'PersistentVolumeClaimVolumeSource'],
];

const structs = parseStructs();

it('finds the structs', () => {
  expect(structs.size).toBeGreaterThan(250);
  expect([...(structs.get('WeightedPodAffinityTerm') as StructFields)]).toEqual([
    ['podAffinityTerm', 'PodAffinityTerm'],
    ['weight', 'number'],
  ]);
});

it('has no name longer than 60 characters', () => {
  expect([...structs.keys()].filter((name) => name.length > 60)).toEqual([]);
});

it('has one name for each shape', () => {
  const byShape = new Map<string, string[]>();
  for (const [name, fields] of structs) {
    const shape = [...fields].map(([field, type]) => `${field}: ${type}`).sort();
    byShape.set(shape.join('; '), [...(byShape.get(shape.join('; ')) ?? []), name]);
  }
  const shared = [...byShape.values()].filter((names) => names.length > 1).map((names) => names.sort());
  expect(shared.sort()).toEqual(SAME_SHAPE_UPSTREAM);
});

it('documents every field', () => {
  const bare = readdirSync(IMPORTS_DIR).flatMap((file) => {
    const lines = importsFile(file).split('\n');
    return lines.filter((line, i) => /^ {2}readonly \w+\??: /.test(line) && !lines[i - 1].endsWith('*/') && file !== 'field-table.ts');
  });
  expect(bare).toEqual([]);
});

it('starts every file with the way to regenerate it', () => {
  for (const file of readdirSync(IMPORTS_DIR).filter((name) => name !== KUBERNETES_TABLE)) {
    expect(importsFile(file)).toMatch(/^\/\/ Generated from CustomResourceDefinitions\. To regenerate: npm run import -- --crds DIR\n/);
  }
});

it('keeps imports between files free of cycles', () => {
  const imports = new Map(
    readdirSync(IMPORTS_DIR)
      .filter((file) => file !== 'index.ts')
      .map((file) => [file.replace('.ts', ''), [...importsFile(file).matchAll(/from '\.\/([\w-]+)'/g)].map(([, name]) => name)]),
  );
  const cycles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      cycles.push([...trail, file].join(' > '));
      return;
    }
    for (const next of imports.get(file) ?? []) {
      walk(next, [...trail, file]);
    }
  };
  for (const file of imports.keys()) {
    walk(file, []);
  }
  expect(imports.get('virtual-machine')).toContain('virtual-machine-instance');
  expect(cycles).toEqual([]);
});

it('does not export the field table from the index', () => {
  expect(importsFile('index.ts')).not.toContain('field-table');
  expect(importsFile('index.ts')).not.toContain('plain');
});
