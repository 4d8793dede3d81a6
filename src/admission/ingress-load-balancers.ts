import { isIpAddress } from '../facts';
import { isObject } from '../graph';
import type { IngressControllerFault } from './ingress-controller-fault';

type Fields = Readonly<Record<string, any>>;

const PATH = 'spec.endpointPublishingStrategy.loadBalancer';
const PARAMETERS = `${PATH}.providerParameters`;
/** The load balancers of AWS: each has its subnets. */
const OF_AWS: readonly string[] = ['classicLoadBalancer', 'networkLoadBalancer'];

const MOST_SUBNETS = 10;
/** What the identifiers of subnets begin with, and names do not. */
const SUBNET_PREFIX = 'subnet-';

const ALLOCATION_PREFIX = 'eipalloc-';
const ALLOCATION_DIGITS = 17;
const ALLOCATION = new RegExp(`^${ALLOCATION_PREFIX}[0-9a-fA-F]{${ALLOCATION_DIGITS}}$`);

/** What the API server refuses in the load balancer of an IngressController, by the expressions of the schema. */
export function loadBalancerFaults(strategy: unknown): IngressControllerFault[] {
  const { scope, providerParameters } = fieldsOf(fieldsOf(strategy).loadBalancer);
  const { aws, openstack, type } = fieldsOf(providerParameters);
  const isInternal = scope === 'Internal';
  return [
    ...OF_AWS.flatMap((field) => subnetFaults(fieldsOf(aws)[field], `${PARAMETERS}.aws.${field}.subnets`)),
    ...allocationFaults(fieldsOf(fieldsOf(aws).networkLoadBalancer), `${PARAMETERS}.aws.networkLoadBalancer.eipAllocations`, isInternal),
    ...(isObject(openstack) ? openstackFaults(openstack, type, isInternal) : []),
  ];
}

function subnetFaults(balancer: unknown, path: string): IngressControllerFault[] {
  const { subnets } = fieldsOf(balancer);
  if (!isObject(subnets)) {
    return [];
  }
  const ids = listOf(subnets.ids);
  const names = listOf(subnets.names);
  return [
    ...countFaults(ids.length + names.length, subnets, path),
    ...repeated(ids, `${path}.ids`, true),
    ...repeated(names, `${path}.names`, true),
    ...names.flatMap((name, index) => nameFaults(name, `${path}.names[${index}]`)),
  ];
}

function countFaults(count: number, value: Fields, path: string): IngressControllerFault[] {
  if (count === 0) {
    return [{ path, value, message: 'the API server rejects it without a subnet', remedy: 'Name one in ids or in names.' }];
  }
  const isBoth = value.ids !== undefined && value.names !== undefined;
  const message = `the API server takes ${MOST_SUBNETS} subnets in all, and these are ${count}`;
  return isBoth && count > MOST_SUBNETS ? [{ path, value, message, remedy: 'Remove some.' }] : [];
}

function nameFaults(value: unknown, path: string): IngressControllerFault[] {
  if (typeof value !== 'string') {
    return [];
  }
  if (value.includes(',')) {
    return [{ path, value, message: 'the API server rejects a name with a comma', remedy: 'Write an entry for each subnet.' }];
  }
  const message = 'the API server takes this for an identifier, and rejects it among names';
  return value.startsWith(SUBNET_PREFIX) ? [{ path, value, message, remedy: 'Move it to ids, or write the name of the subnet.' }] : [];
}

function allocationFaults({ eipAllocations: value, subnets }: Fields, path: string, isInternal: boolean): IngressControllerFault[] {
  if (!Array.isArray(value)) {
    return [];
  }
  const internal = {
    path,
    value,
    message: 'the API server rejects addresses of the Internet where scope is Internal',
    remedy: 'Remove it, or set scope to External.',
  };
  return [
    ...(isInternal ? [internal] : []),
    ...repeated(value, path, false),
    ...value.flatMap((allocation, index) => identifierFaults(allocation, `${path}[${index}]`)),
    ...balanceFaults(value, fieldsOf(subnets), path),
  ];
}

/** One of another length is refused by the schema. */
function identifierFaults(value: unknown, path: string): IngressControllerFault[] {
  const isJudged = typeof value === 'string' && value.length === ALLOCATION_PREFIX.length + ALLOCATION_DIGITS;
  const message = `the API server takes ${ALLOCATION_PREFIX} with ${ALLOCATION_DIGITS} hexadecimal digits behind it`;
  return isJudged && !ALLOCATION.test(value) ? [{ path, value, message, remedy: 'Write the identifier of the allocation.' }] : [];
}

function balanceFaults(value: readonly unknown[], { ids, names }: Fields, path: string): IngressControllerFault[] {
  const count = listOf(ids).length + listOf(names).length;
  const isSaid = ids !== undefined || names !== undefined;
  const message = `the API server takes as many as there are subnets, which are ${count}`;
  return isSaid && count !== value.length ? [{ path, value, message, remedy: 'Give each subnet one allocation.' }] : [];
}

function openstackFaults(openstack: Fields, type: unknown, isInternal: boolean): IngressControllerFault[] {
  const { floatingIP: value } = openstack;
  const path = `${PARAMETERS}.openstack`;
  const ofOther = {
    path,
    value: openstack,
    message: 'the API server takes it with type OpenStack alone',
    remedy: 'Remove it, or change type.',
  };
  const at = { path: `${path}.floatingIP`, value };
  const noAddress = { ...at, message: 'the API server takes an address of IPv4 or IPv6', remedy: 'Write an address such as 203.0.113.7.' };
  const internal = { ...at, message: 'the API server rejects it where scope is Internal', remedy: 'Remove it, or set scope to External.' };
  return [
    ...(type === 'OpenStack' ? [] : [ofOther]),
    ...(typeof value === 'string' && !isAddress(value) ? [noAddress] : []),
    ...(isInternal && typeof value === 'string' && value !== '' ? [internal] : []),
  ];
}

/** An address without a zone. */
function isAddress(text: string): boolean {
  return isIpAddress(text) && !text.includes('%');
}

function repeated(list: readonly unknown[], path: string, isSurplus: boolean): IngressControllerFault[] {
  return list.flatMap((value, index) => {
    const first = list.indexOf(value);
    const message = `the same as ${path}[${first}], and the API server rejects the second one`;
    return first === index ? [] : [{ path: `${path}[${index}]`, value, message, remedy: 'Remove one of the two.', isSurplus }];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
