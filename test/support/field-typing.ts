import { ApiObject } from 'cdk8s';
import * as fc from 'fast-check';
import type { Manifest } from '../../src/graph';
import { buildApp } from '../properties/build-app';
import { scenario } from '../properties/scenario';
import { emittedFields } from './field-coverage';
import { maximalMachines } from './maximal-vms';

/** The same apps at every run. */
const SAMPLES = { numRuns: 50, seed: 19 };

/** The fields of the VirtualMachine spec that constructs emit, in VMs with every option and in random valid apps. */
export function fieldsTypedByConstructs(): Set<string> {
  return emittedFields([...maximalMachines(), ...sampledMachines()]);
}

function sampledMachines(): Manifest[] {
  const apps = fc.sample(scenario, SAMPLES).map((drawn) => buildApp(drawn));
  return apps.flatMap(({ vms }) => vms.map((vm) => ApiObject.of(vm).toJson()));
}
