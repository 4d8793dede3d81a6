import * as library from 'cdk8s-kubevirt';
import { CALLS, STRUCTS } from '../../src/errors/signatures';
import { fieldsOf, valid } from './valid-arguments';

/** One value in a call that is replaced by a mistake. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly type: string;
}

const seen = new Set<string>();
export const classes: { readonly [name: string]: any } = { ...library.imports, ...library };

/** All values of a call: its parameters, their options, and what is in those, where no call before has had it. */
export function placesOf(call: string): Place[] {
  return Object.entries(CALLS[call]).flatMap(([name, type]) => placesIn(type, [name]));
}

function placesIn(type: string, path: Place['path']): Place[] {
  return [{ path, type }, ...placesInside(type.replace(/^\.\.\.|\?$/g, ''), path)];
}

function placesInside(type: string, path: Place['path']): Place[] {
  if (path.length > 1 && seen.has(type)) {
    return [];
  }
  seen.add(type);
  if (type.endsWith('[]')) {
    return placesIn(type.slice(0, -2), [...path, 0]);
  }
  if (type.startsWith('{')) {
    return placesIn(type.slice(1, -1), [...path, 'key']);
  }
  return Object.entries(type in STRUCTS ? fieldsOf(type) : {}).flatMap(([name, field]) => placesIn(field, [...path, name]));
}

/** Valid arguments, with the mistake at the place. */
export function argumentsOf(call: string, { path, type }: Place, mistake: unknown): unknown[] {
  const [parameter, ...rest] = path;
  return Object.entries(CALLS[call]).map(([name, text]) => {
    if (name !== parameter) {
      return valid(text);
    }
    return rest.length === 0 ? mistake : withMistake(valid(text), rest, mistake, type);
  });
}

function withMistake(container: any, [key, ...rest]: Place['path'], mistake: unknown, type: string): unknown {
  const inner = rest.length === 0 ? mistake : withMistake(container?.[key] ?? (typeof rest[0] === 'number' ? [] : {}), rest, mistake, type);
  return Array.isArray(container) ? Object.assign([...container], { [key]: inner }) : { ...container, [key]: inner };
}

/** Makes the call. */
export function perform(call: string, given: unknown[]): unknown {
  const [, isNew, name, kind, method] = /^(new )?(\w+)(?:([.#])(\w+))?$/.exec(call) as RegExpExecArray;
  const type = classes[name];
  if (isNew) {
    return new type(...given);
  }
  return kind === '.' ? type[method](...given) : receiverOf(name)[method](...given);
}

function receiverOf(name: string): any {
  if (name === 'ClusterProfile') {
    return library.ClusterProfile.kubevirt('1.8');
  }
  if (name === 'FleetCluster') {
    return new library.Fleet({ clusters: [{ name: 'paris', profile: library.ClusterProfile.kubevirt('1.8') }] }).clusters[0];
  }
  if (name === 'MachineIdentity') {
    return library.MachineIdentity.ofCluster('paris');
  }
  if (name === 'SyncPolicy') {
    return library.SyncPolicy.argoCd();
  }
  if (name === 'Placement') {
    return (valid('VirtualMachine') as library.VirtualMachine).placement;
  }
  return ['MachineHealthCheck', 'VirtualMachineWorkload'].includes(name)
    ? valid(name)
    : perform(`new ${name}`, Object.values(CALLS[`new ${name}`]).map(valid));
}
