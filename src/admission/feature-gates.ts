import type { ClusterProfile } from '../cluster';
import {
  FIRST_RELEASE_WITH_BETA_GATES_ON,
  GateStage,
  gateStage,
  HYPER_CONVERGED_GATES,
  HYPER_CONVERGED_GROUP,
  KUBEVIRT_GROUP,
  ownValue,
} from '../facts';
import { isObject, type Manifest } from '../graph';
import type { AdmissionContext } from './context';
import { areGatesPatched, gatesByHyperConverged, gatesByHyperConvergedDefault } from './hyper-converged-gates';
import { wholeObjects } from './kubevirt-configuration';

/** Who says which gates are on. */
export enum GateAuthor {
  HYPER_CONVERGED = 'the HyperConverged object',
  KUBEVIRT = 'the KubeVirt object',
  PROFILE = 'the ClusterProfile',
}

/** What is said of the feature gates of a cluster. */
interface GateSettings {
  readonly author: GateAuthor;
  readonly listed: readonly string[];
  /** Whether a gate is listed among those that are off; it counts for beta gates. */
  readonly isDisabled: (gate: string) => boolean;
  /** Whether persistent reservations are switched on by their own setting; undefined: it is not set. */
  readonly reservation?: boolean;
}

/** The feature gates of a cluster. */
export class FeatureGates {
  private readonly listed: ReadonlySet<string>;

  public constructor(
    private readonly cluster: ClusterProfile,
    private readonly settings: GateSettings,
  ) {
    this.listed = new Set(settings.listed);
  }

  /** Who says which gates are on. */
  public get author(): GateAuthor {
    return this.settings.author;
  }

  public isOn(gate: string): boolean {
    const { reservation } = this.settings;
    switch (gateStage(gate, this.cluster.kubevirtVersion)) {
      case GateStage.GENERAL:
        return true;
      case GateStage.SETTING:
        return reservation ?? this.listed.has(gate);
      case GateStage.BETA:
        return this.listed.has(gate) || (this.areBetaGatesOn && !this.settings.isDisabled(gate));
      case undefined:
        // Before 1.9 it does not matter whether KubeVirt knows a gate that is listed.
        return this.listed.has(gate) && !this.areBetaGatesOn;
      default:
        return this.listed.has(gate);
    }
  }

  /** Whether the gate would be on if it were not among those that are switched off. */
  public isSwitchedOff(gate: string): boolean {
    return this.areBetaGatesOn && gateStage(gate, this.cluster.kubevirtVersion) === GateStage.BETA && this.settings.isDisabled(gate);
  }

  /** Whether a setting of its own switches the gate on. */
  public hasSetting(gate: string): boolean {
    return gateStage(gate, this.cluster.kubevirtVersion) === GateStage.SETTING;
  }

  private get areBetaGatesOn(): boolean {
    return this.cluster.atLeast(FIRST_RELEASE_WITH_BETA_GATES_ON);
  }
}

/** The feature gates of the cluster, as an object among the manifests says, or else the profile; undefined when neither does. */
export function featureGates({ graph, cluster }: AdmissionContext): FeatureGates | undefined {
  const [hyperConverged] = wholeObjects(graph, HYPER_CONVERGED_GROUP, 'HyperConverged').filter((object) => !areGatesPatched(object));
  if (hyperConverged !== undefined) {
    const reservation = reservationSetting([hyperConverged.spec?.storage]);
    return byOperator(cluster, GateAuthor.HYPER_CONVERGED, gatesByHyperConverged(hyperConverged, cluster), reservation);
  }
  const kubevirts = wholeObjects(graph, KUBEVIRT_GROUP, 'KubeVirt');
  if (kubevirts.length > 0) {
    return byKubevirts(kubevirts, cluster);
  }
  return cluster.featureGates && byProfile(cluster, cluster.featureGates);
}

/** The feature gates of the cluster: where nobody says which they are, those that it has when nobody changes them. */
export function presumedGates(context: AdmissionContext): FeatureGates {
  return featureGates(context) ?? byProfile(context.cluster, []);
}

/** The operator of HyperConverged objects switches off each beta gate that it does not list. */
function byOperator(cluster: ClusterProfile, author: GateAuthor, listed: readonly string[], reservation?: boolean): FeatureGates {
  return new FeatureGates(cluster, { author, listed, isDisabled: () => true, reservation });
}

/** Several such objects are those of several clusters: a gate is on where one of them has it on. */
function byKubevirts(objects: readonly Manifest[], cluster: ClusterProfile): FeatureGates {
  const configurations = objects.map(({ spec }) => (isObject(spec?.configuration) ? spec.configuration : {}));
  const lists = (field: string) => configurations.map(({ developerConfiguration }) => textsOf(developerConfiguration?.[field]));
  const disabled = lists('disabledFeatureGates');
  return new FeatureGates(cluster, {
    author: GateAuthor.KUBEVIRT,
    listed: lists('featureGates').flat(),
    isDisabled: (gate) => disabled.every((gates) => gates.includes(gate)),
    reservation: reservationSetting(configurations),
  });
}

/** The profile names gates as the KubeVirt or the HyperConverged object lists them. */
function byProfile(cluster: ClusterProfile, named: readonly string[]): FeatureGates {
  const author = GateAuthor.PROFILE;
  const listed = named.flatMap((name) => [name, ...(ownValue(HYPER_CONVERGED_GATES, name)?.gates ?? [])]);
  return cluster.isOpenshift
    ? byOperator(cluster, author, [...gatesByHyperConvergedDefault(cluster), ...listed])
    : new FeatureGates(cluster, { author, listed, isDisabled: () => false });
}

/** Whether one of the configurations switches reservations on; undefined when one of them leaves it to the gate. */
function reservationSetting(configurations: readonly unknown[]): boolean | undefined {
  const settings = configurations.map((configuration) =>
    isObject(configuration) ? configuration.persistentReservationConfiguration?.enabled : undefined,
  );
  return settings.includes(true) || (settings.includes(undefined) ? undefined : false);
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}
