import { placesOfField } from '../../src/admission/structure/field-places';
import { fieldTable } from '../../src/imports/field-table';

function places(kind: string, name: string): string[] {
  return placesOfField(fieldTable().kinds[kind].root, name).map((place) => place.join(' '));
}

test('finds the places of a field in lists and maps', () => {
  expect(places('kubevirt.io/VirtualMachine', 'affinity')).toEqual(['spec template spec affinity']);
  expect(places('kubevirt.io/VirtualMachine', 'multus')).toEqual(['spec template spec networks [] multus']);
  expect(places('kubevirt.io/KubeVirt', 'sidecarImage')).toEqual(['spec configuration network binding * sidecarImage']);
  expect(places('kubevirt.io/VirtualMachine', 'nonsense')).toEqual([]);
});

test('finds them whatever the case of the name', () => {
  expect(places('kubevirt.io/VirtualMachine', 'eviction_strategy')).toEqual(['spec template spec evictionStrategy']);
  expect(places('kubevirt.io/VirtualMachine', 'EvictionStrategy')).toEqual(['spec template spec evictionStrategy']);
});
