import {
  BARE_METAL_ACTUATOR,
  DRAIN_CONTROLLER,
  FENCE_AGENTS_TYPES,
  MACHINE_DELETION_CONTROLLER,
  METAL3_REMEDIATION_CONTROLLER,
  NODE_HEALTH_CHECK_CONTROLLER,
  SAFE_TIME_CALCULATOR,
} from '../admission';
import { Platform } from '../cluster';
import {
  EXCLUDE_NODE_DRAINING_ANNOTATION,
  FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND,
  FENCING_DEFAULTS,
  INSTANCE_DELETION,
  IntentAnnotation,
  MACHINE_API_GROUP,
  MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND,
  METAL3_TEMPLATE_KIND,
  POWER_OFF,
  PRESUMED_REMEDIATION,
  QUICKEST_FENCING,
  SELF_NODE_REMEDIATION_CONFIG_NAME,
  SELF_NODE_REMEDIATION_GROUP,
  SELF_NODE_REMEDIATION_LAG,
  SELF_NODE_REMEDIATION_TEMPLATE_KIND,
  safeTime,
  secondsOfGoDuration,
  valueText,
} from '../facts';
import {
  configuredSpec,
  FENCE_SPEC,
  type HealthCheckView,
  isObject,
  MachineHealthCheckView,
  type Manifest,
  type ManifestGraph,
  NodeHealthCheckView,
  safeTimeInputs,
  templateOf,
  templateSpec,
} from '../graph';
import { between, type Duration, presumably } from './event-graph';
import type { Place } from './health-checks';
import { assumed, field, type Setting } from './origins';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason, Origin, Tuning } from './recovery';
import { Release } from './restart';
import { StepOrigin } from './step-origin';
import type { Surroundings } from './surroundings';

/** How the pods of a node go once it is certain that they do not run any more. */
export enum Removal {
  /** The taint for nodes out of service. */
  OUT_OF_SERVICE,
  /** Deletion by force. */
  FORCED,
  /** The object of the node is deleted. */
  NODE_DELETED,
}

/** A way to make certain that a node does not run its VMs any more, and to free them. */
export interface Remediator {
  readonly id: string;
  readonly actor: string;
  readonly what: string;
  readonly duration: Duration;
  readonly origin: Origin;
  readonly removal: Removal;
  /** Whether it needs the BMC of the host. */
  readonly needsBmc: boolean;
  /** The object that could say whether BMCs have power of their own. */
  readonly manifest?: Manifest;
  /** Whether it waits for a drain of the node, which a VM that can be migrated holds up until it is evicted. */
  readonly drains: boolean;
  readonly assumptions: readonly RecoveryAssumption[];
  readonly tunings?: readonly Tuning[];
  /** The field that would free volumes sooner. */
  readonly strategy?: Tuning;
  /** The time after which it is given up, whatever it has done by then; undefined: it has all the time. */
  readonly timeout?: Setting;
  readonly never?: NeverReason;
}

export function releaseOf(removal: Removal): Release {
  return removal === Removal.OUT_OF_SERVICE ? Release.OUT_OF_SERVICE : Release.FORCED;
}

const ESCALATION_PRESET = 600;

/** The ways of a health check to remediate a node, in the order in which they are tried. */
export function remediatorsOf(check: HealthCheckView, place: Place, graph: ManifestGraph, surroundings: Surroundings): Remediator[] {
  if (check instanceof MachineHealthCheckView) {
    return [ofMachineHealthCheck(check, graph, surroundings)];
  }
  if (!(check instanceof NodeHealthCheckView)) {
    return [];
  }
  const { remediationTemplate } = check.spec;
  if (isObject(remediationTemplate)) {
    return [fromTemplate(remediationTemplate, place, graph, surroundings)];
  }
  return check.escalation
    .filter(({ entry }) => isObject(entry.remediationTemplate))
    .sort((one, other) => Number(one.entry.order) - Number(other.entry.order))
    .map(({ entry, path }) => ({
      ...fromTemplate(entry.remediationTemplate, place, graph, surroundings),
      timeout: {
        seconds: secondsOfGoDuration(entry.timeout) ?? ESCALATION_PRESET,
        origin: field(check.manifest, `${path}.timeout`, entry.timeout, `${ESCALATION_PRESET} s`, NODE_HEALTH_CHECK_CONTROLLER),
      },
    }));
}

function ofMachineHealthCheck(check: MachineHealthCheckView, graph: ManifestGraph, surroundings: Surroundings): Remediator {
  switch (check.remediation) {
    case 'template':
      return fromTemplate(check.template ?? {}, undefined, graph, surroundings);
    case 'power-cycle':
      return powerCycle(check.manifest, BARE_METAL_ACTUATOR);
    case 'deletion':
      return machineDeletion(check.manifest, graph, surroundings, DRAIN_CONTROLLER);
  }
}

function fromTemplate(reference: Record<string, any>, place: Place, graph: ManifestGraph, surroundings: Surroundings): Remediator {
  const template = templateOf(graph, reference);
  switch (reference.kind) {
    case SELF_NODE_REMEDIATION_TEMPLATE_KIND:
      return selfNodeRemediation(template, graph, surroundings);
    case FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND:
      return fenceAgents(reference, template, place);
    case METAL3_TEMPLATE_KIND:
      return powerCycle(template, METAL3_REMEDIATION_CONTROLLER);
    case MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND:
      return machineDeletion(template, graph, surroundings, MACHINE_DELETION_CONTROLLER);
    default:
      return unknownRemediator(reference);
  }
}

const PRESUMED_WORKERS = 6;

/** The agent on the node reboots it; the others count the safe time until they are certain. */
function selfNodeRemediation(template: Manifest | undefined, graph: ManifestGraph, { workers }: Surroundings): Remediator {
  const spec = configuredSpec(graph);
  const config = graph.find(SELF_NODE_REMEDIATION_GROUP, 'SelfNodeRemediationConfig', undefined, SELF_NODE_REMEDIATION_CONFIG_NAME);
  const manifest =
    config ??
    graph
      .ofKind(SELF_NODE_REMEDIATION_GROUP, 'SelfNodeRemediationConfig')
      .find(({ metadata }) => metadata?.name === SELF_NODE_REMEDIATION_CONFIG_NAME);
  const calculated = safeTime(safeTimeInputs(spec), workers ?? PRESUMED_WORKERS);
  const longer = spec.safeTimeToAssumeNodeRebootedSeconds;
  const seconds = Math.max(calculated, typeof longer === 'number' ? longer : 0);
  const isSet = typeof longer === 'number' && longer >= calculated;
  const says = `safe time ${seconds} s${isSet ? '' : ' by default'}`;
  const path = 'spec.safeTimeToAssumeNodeRebootedSeconds';
  return {
    id: 'self-node-remediation',
    actor: 'self node remediation',
    what: 'The node has rebooted itself for certain',
    duration: between(seconds, seconds + SELF_NODE_REMEDIATION_LAG.start),
    origin: { kind: isSet ? StepOrigin.FIELD : StepOrigin.DEFAULT, says, manifest, path, value: longer, reference: SAFE_TIME_CALCULATOR },
    tunings:
      manifest !== undefined && isSet
        ? [{ manifest, path, number: { now: seconds, lowest: calculated, secondsEach: 1, isDuration: false } }]
        : [],
    strategy: strategyTuning(template),
    removal: strategyOf(template, 'Automatic') === 'ResourceDeletion' ? Removal.FORCED : Removal.OUT_OF_SERVICE,
    needsBmc: false,
    drains: false,
    assumptions: [
      { id: 'watchdog-of-node', what: 'The watchdog of the node fires within 60 s, and the agent of self node remediation runs on it' },
      ...(workers === undefined
        ? [{ id: 'workers', what: `There are up to ${PRESUMED_WORKERS} workers to be asked`, say: 'workers in the profile' }]
        : []),
    ],
  };
}

function strategyOf(template: Manifest | undefined, preset: string): unknown {
  return (template && templateSpec(template).remediationStrategy) ?? preset;
}

function strategyTuning(manifest: Manifest | undefined): Tuning | undefined {
  return manifest && { manifest, path: `${FENCE_SPEC}.remediationStrategy`, value: 'OutOfServiceTaint' };
}

function fenceAgents(reference: Record<string, any>, template: Manifest | undefined, place: Place): Remediator {
  const spec = template === undefined ? {} : templateSpec(template);
  const attempts = typeof spec.retrycount === 'number' ? spec.retrycount : FENCING_DEFAULTS.retryCount;
  const timeout = secondsOfGoDuration(spec.timeout) ?? FENCING_DEFAULTS.timeout;
  const interval = secondsOfGoDuration(spec.retryinterval) ?? FENCING_DEFAULTS.retryInterval;
  const worst = attempts * timeout + (attempts - 1) * interval;
  const says = `${attempts} attempts of ${timeout} s with ${interval} s in between`;
  const isSet = spec.retrycount !== undefined || spec.timeout !== undefined;
  const origin = { kind: isSet ? StepOrigin.FIELD : StepOrigin.DEFAULT, says, reference: FENCE_AGENTS_TYPES };
  return {
    id: 'fence-agents',
    actor: 'fence agents',
    what: 'The fence agent powers the host off',
    duration: between(Math.min(QUICKEST_FENCING, worst), worst),
    origin: template === undefined ? origin : { ...origin, manifest: template, path: `${FENCE_SPEC}.retrycount`, value: spec.retrycount },
    tunings:
      template === undefined
        ? []
        : [
            {
              manifest: template,
              path: `${FENCE_SPEC}.retrycount`,
              number: { now: attempts, lowest: 1, secondsEach: timeout + interval, isDuration: false },
            },
          ],
    strategy: strategyTuning(template),
    removal: strategyOf(template, 'ResourceDeletion') === 'ResourceDeletion' ? Removal.FORCED : Removal.OUT_OF_SERVICE,
    needsBmc: true,
    manifest: template,
    drains: false,
    assumptions: template === undefined ? [templateAssumption(reference)] : [],
    never: template === undefined ? undefined : notListed(template, place),
  };
}

function templateAssumption({ kind, name }: Record<string, any>): RecoveryAssumption {
  return {
    id: 'template',
    what: `${kind} ${name} has the defaults of its kind: it is not among the manifests`,
    say: 'the object, in the profile',
  };
}

/** Parameters of single nodes say which nodes can be fenced. */
function notListed(template: Manifest, place: Place): NeverReason | undefined {
  const { nodeparameters, sharedparameters, nodeSecretNames } = templateSpec(template);
  const isForAll = isObject(sharedparameters) && Object.values(sharedparameters).some((value) => valueText(value).includes('.NodeName'));
  const lists = [...Object.values(isObject(nodeparameters) ? nodeparameters : {}), nodeSecretNames].filter(isObject);
  if (place === undefined || isForAll || lists.length === 0 || lists.some((list) => Object.hasOwn(list, place.name))) {
    return undefined;
  }
  const path = `${FENCE_SPEC}.nodeparameters`;
  return {
    id: 'node-not-fenced',
    because: `${template.kind} ${template.metadata?.name} has no parameters for the node ${place.name}`,
    change: 'Parameters for the node would change it.',
    origin: { kind: StepOrigin.FIELD, says: 'nodeparameters', manifest: template, path, value: nodeparameters },
    isCertain: true,
  };
}

function powerCycle(manifest: Manifest | undefined, reference: string): Remediator {
  return {
    id: 'power-cycle',
    actor: 'Metal3',
    what: 'The BMC powers the host off, and the object of the node is deleted',
    duration: presumably(POWER_OFF.earliest, POWER_OFF.latest),
    origin: assumed(`power off within ${POWER_OFF.latest} s`, reference),
    removal: Removal.NODE_DELETED,
    needsBmc: true,
    manifest,
    drains: false,
    assumptions: [{ id: 'power-off', what: `The BMC powers the host off within ${POWER_OFF.latest} s` }],
  };
}

function machineDeletion(manifest: Manifest | undefined, graph: ManifestGraph, { cluster }: Surroundings, reference: string): Remediator {
  const isBareMetal = cluster.platform === Platform.BARE_METAL_IPI;
  const { earliest, latest } = INSTANCE_DELETION[isBareMetal ? 'bareMetal' : 'cloud'];
  const what = isBareMetal ? 'The host is deprovisioned' : 'The cloud deletes the instance';
  return {
    id: 'machine-deletion',
    actor: 'Machine API',
    what,
    duration: presumably(earliest, latest),
    origin: assumed(`deletion within ${latest} s`, reference),
    removal: Removal.NODE_DELETED,
    needsBmc: isBareMetal,
    manifest,
    drains: !excludesDraining(graph),
    assumptions: [{ id: 'instance-deletion', what: `${what} within ${latest} s` }],
  };
}

function excludesDraining(graph: ManifestGraph): boolean {
  const templates = graph.ofKind(MACHINE_API_GROUP, 'MachineSet').map(({ spec }) => spec?.template?.metadata?.annotations);
  return templates.length > 0 && templates.every((annotations) => isObject(annotations) && EXCLUDE_NODE_DRAINING_ANNOTATION in annotations);
}

function unknownRemediator({ kind, name }: Record<string, any>): Remediator {
  return {
    id: 'remediation',
    actor: String(kind ?? 'remediation').replace(/Template$/, ''),
    what: 'The node is remediated, and its pods are deleted',
    duration: presumably(0, PRESUMED_REMEDIATION),
    origin: assumed(`remediation within ${PRESUMED_REMEDIATION} s`),
    removal: Removal.FORCED,
    needsBmc: false,
    drains: false,
    assumptions: [{ id: 'remediation', what: `${kind} ${name} remediates a node within ${PRESUMED_REMEDIATION} s` }],
  };
}

/** What is said of the power of BMCs. */
export function bmcPower({ manifest }: Remediator, check: HealthCheckView): 'shared' | 'separate' | 'unknown' {
  const said = [manifest, check.manifest].map((object) => object?.metadata?.annotations?.[IntentAnnotation.BMC_POWER]);
  const value = said.find((power) => power === 'shared' || power === 'separate');
  return value === 'shared' || value === 'separate' ? value : 'unknown';
}

/** Why a remediator does nothing about a host without power. */
export function powerless(remediator: Remediator, check: HealthCheckView): NeverReason {
  const manifest = remediator.manifest ?? check.manifest;
  return {
    id: 'bmc-shares-power',
    because: 'The BMC loses its power with the host, so nobody learns that the host is off',
    change: 'Power of its own for the BMC, or self node remediation as the next step of an escalation, would change it.',
    origin: {
      kind: StepOrigin.FIELD,
      says: 'bmc-power: shared',
      manifest,
      path: `metadata.annotations["${IntentAnnotation.BMC_POWER}"]`,
      value: 'shared',
    },
    isCertain: true,
  };
}
